import type { Token } from './fold-text.ts'
import { weighedWords } from './weighed-words.ts'

/** How loudly a message sounds like an emergency, and the stretch that says so most. */
export interface Weighed {
  /** 0 is as likely as not at the chosen threshold; above it the advice is shown. */
  readonly score: number
  readonly from: number
  readonly to: number
}

/**
 * Weighs single words and pairs of neighbours by a short list that was learned from labelled messages. It is the small
 * sister of the server's learned layer: it reads no context and leans towards showing the advice once too often.
 */
export function weighWords(tokens: readonly Token[]): Weighed {
  const seen = new Map<string, number>()
  let [from, to, most] = [0, Math.min(1, tokens.length), 0]
  for (const [name, at, end] of namesOf(tokens)) {
    const weight = weights.get(name)
    if (weight === undefined) continue
    seen.set(name, weight)
    if (weight > most) [from, to, most] = [at, end, weight]
  }
  const sum = [...seen.values()].reduce((a, b) => a + b, 0)
  return { score: weighedWords.bias + sum / weighedNames(tokens.length) - weighedWords.threshold, from, to }
}

/** The names under which words and pairs stand in the list, with the tokens that they are. */
export function namesOf(tokens: readonly Token[]): [name: string, from: number, to: number][] {
  return tokens.flatMap((token, at): [string, number, number][] => {
    const next = tokens[at + 1]
    const one: [string, number, number] = [token.word, at, at + 1]
    return next === undefined || token.stop ? [one] : [one, [`${token.word}_${next.word}`, at, at + 2]]
  })
}

/** What a sum of weights is divided by, so that length alone is no emergency. */
export function weighedNames(tokens: number): number {
  return Math.max(1, 2 * tokens) ** 0.3
}

const weights: ReadonlyMap<string, number> = new Map(
  weighedWords.words.split(' ').flatMap((group) => {
    const [weight = '', names = ''] = group.split(':')
    return names.split(',').map((name): [string, number] => [name, Number(weight) * weighedWords.scale])
  }),
)
