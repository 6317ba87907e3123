import { foldText } from '../../../schema/emergency-words/fold-text.ts'
import { compilePatterns, matchPatterns } from '../../../schema/emergency-words/word-rules.ts'

/** Where one of a force's own phrases stands in a text. */
export interface PhraseHit<T> {
  readonly rule: T
  readonly start: number
  readonly end: number
}

/** Looks for phrases word by word, after the same folding on both sides; a phrase without a word is never found. */
export function findPhrases<T extends { readonly phrase: string }>(
  rules: readonly T[],
): (text: string) => PhraseHit<T>[] {
  const usable = rules.filter((rule) => foldText(rule.phrase).length > 0)
  const phrases = usable.map((rule) =>
    foldText(rule.phrase)
      .map((token) => token.word)
      .join(' '),
  )
  if (usable.length === 0) return () => []
  const patterns = compilePatterns(phrases, {})
  return (text) => {
    const tokens = foldText(text)
    return matchPatterns(patterns, tokens).flatMap(({ pattern, from, to }) => {
      const rule = usable[pattern]
      const first = tokens[from]
      const last = tokens[to - 1]
      return rule === undefined || first === undefined || last === undefined
        ? []
        : [{ rule, start: first.start, end: last.end }]
    })
  }
}
