import type { Token } from '../../schema/emergency-words/fold-text.ts'
import type { WordRuleBook } from '../../schema/emergency-words/open-word-rules.ts'
import { readWords } from './read-words.ts'

/**
 * Whether an emergency rule could begin in one of the messages `before` and end in `text`. False is certain: no rule has
 * all the words it needs, its first in one of them and another in `text`. It is asked first because it looks at words
 * that are known already, where the search itself reads all messages again as one text.
 */
export function mayReachAcross(book: WordRuleBook, before: readonly string[], text: string): boolean {
  const all = [...before, text]
  for (let at = 1; at < all.length; at++)
    if (isShortEnd(lastRun, (all[at - 1] ?? '').slice(-END)) && isShortEnd(firstRun, (all[at] ?? '').slice(0, END)))
      return true
  const right = elementsIn(book, readWords(text))
  const left = before.map((message) => elementsIn(book, readWords(message)))
  const has = (element: number) => right.has(element) || left.some((set) => set.has(element))
  for (const elements of left)
    for (const first of elements)
      for (const pattern of book.patterns.beginningWith[first] ?? []) {
        const row = book.patterns.rows[pattern]
        if (row === undefined || book.owners[pattern]?.verdict !== 'emergency') continue
        if (row.steps.some(({ element }, at) => at > 0 && right.has(element)) && row.needs.every(has)) return true
      }
  return false
}

const lastRun = /([\p{L}\p{N}]*)[^\p{L}\p{N}]*$/u
const firstRun = /^[^\p{L}\p{N}]*([\p{L}\p{N}]*)/u

/** As much of either end as is looked at: where it has no letters at all, nothing is certain either. */
const END = 16

/** Letters that stand alone on both sides may be one word that was split: `k n i` and `f e`. Then nothing is certain. */
function isShortEnd(run: RegExp, end: string): boolean {
  return (run.exec(end)?.[1] ?? '').length <= 2
}

const known = new WeakMap<WordRuleBook, WeakMap<readonly Token[], ReadonlySet<number>>>()

/** The elements of patterns that some word of `tokens` is. */
function elementsIn(book: WordRuleBook, tokens: readonly Token[]): ReadonlySet<number> {
  const sets = known.get(book) ?? new WeakMap<readonly Token[], ReadonlySet<number>>()
  known.set(book, sets)
  const found = sets.get(tokens)
  if (found) return found
  const elements = new Set<number>()
  for (const { word } of tokens) for (const element of book.patterns.elementsOf.get(word) ?? []) elements.add(element)
  sets.set(tokens, elements)
  return elements
}
