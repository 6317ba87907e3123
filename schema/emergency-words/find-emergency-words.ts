import { emergencyRules } from './emergency-rules.ts'
import { foldText, type Token } from './fold-text.ts'
import { openWordRules, type WordHit, type WordRuleBook } from './open-word-rules.ts'

/**
 * The emergency rules alone, for a widget whose server is gone: what in this message needs the 999 advice now?
 * Pure, without network, clock or storage; an empty list means that these rules found nothing.
 */
export function findEmergencyWords(text: string): WordHit[] {
  book ??= openWordRules(emergencyRules)
  return book.find(foldText(text))
}

let book: WordRuleBook | undefined

/** Tokens and hits in the visitor's own characters, for underlining. */
export type { Token, WordHit }
