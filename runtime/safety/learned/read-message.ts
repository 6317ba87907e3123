import type { EarlierMessage } from '../../../schema/assessment.ts'
import type { WordRuleBook } from '../../../schema/emergency-words/open-word-rules.ts'
import { findRules, readWords } from '../read-words.ts'
import type { Reading } from './message-features.ts'

/** How many earlier messages count. */
const REMEMBERED = 4

/** A message and what came before it, folded, with the marks that the word rules left on it, live or silenced. */
export function readMessage(text: string, earlier: readonly EarlierMessage[], book: WordRuleBook): Reading {
  const tokens = readWords(text)
  const marks = new Set<string>()
  for (const { rule, scopes, live } of findRules(book, tokens)) {
    marks.add(`${rule.id} ${live}`)
    marks.add(`${rule.verdict} ${live}`)
    for (const scope of scopes) marks.add(`${rule.verdict} ${scope}`)
  }
  const before = earlier
    .slice(-REMEMBERED)
    .map((message) => ({ from: message.from, tokens: readWords(message.text.slice(-600)) }))
  return { tokens, marks: [...marks], before }
}
