import { createHash } from 'node:crypto'
import { scopeRules } from '../../schema/emergency-words/scope-rules.ts'
import { textSpeak } from '../../schema/emergency-words/text-speak.ts'
import { wordLists } from '../../schema/emergency-words/word-lists.ts'
import type { WordRule } from '../../schema/emergency-words/word-rule.ts'

/** What the word list is known by: a hash over every rule, scope, list and spelling that the words layer rests on. */
export function wordListHash(rules: readonly WordRule[]): string {
  const list = JSON.stringify([rules, scopeRules, wordLists, [...textSpeak]])
  return createHash('sha256').update(list).digest('hex')
}
