import type { EarlierMessage } from '../../../schema/assessment.ts'
import type { Token } from '../../../schema/emergency-words/fold-text.ts'
import type { WordRuleBook } from '../../../schema/emergency-words/open-word-rules.ts'
import { findRules, readWords } from '../read-words.ts'
import { isAddress } from './is-address.ts'
import type { Reading } from './message-features.ts'

/** How many earlier messages count, and how much of each. */
const REMEMBERED = 4
const LAST = 600

/** A message and what came before it, folded, with the marks that the word rules left on it, live or silenced. */
export function readMessage(text: string, earlier: readonly EarlierMessage[], book: WordRuleBook): Reading {
  const recent = earlier.slice(-REMEMBERED)
  const address = isAddress(text, recent)
  const tokens = address ? withWhatWasSaid(text, recent) : readWords(text)
  const marks = new Set<string>()
  for (const { rule, scopes, live } of findRules(book, tokens)) {
    marks.add(`${rule.id} ${live}`)
    marks.add(`${rule.verdict} ${live}`)
    for (const scope of scopes) marks.add(`${rule.verdict} ${scope}`)
  }
  const before = address ? [] : recent
  return {
    tokens,
    marks: [...marks],
    before: before.map((message) => ({ from: message.from, tokens: readWords(message.text.slice(-LAST)) })),
  }
}

/**
 * A part of an address says nothing of danger, nor does the question for it, which is asked in any report: it is the
 * end of what the visitor wrote before. Words from there point at the whole of this message.
 */
function withWhatWasSaid(text: string, recent: readonly EarlierMessage[]): readonly Token[] {
  const said = recent.filter(({ from }) => from === 'visitor').map((message) => `${message.text.slice(-LAST)}. `)
  const own = said.join('').length
  return readWords(said.join('') + text).map((token) =>
    token.start < own
      ? { ...token, start: 0, end: text.length }
      : { ...token, start: token.start - own, end: token.end - own },
  )
}
