import type { Odds } from './sequence-model.ts'

/** How much the sequence model's word counts beside the regression's; chosen by cross-validation. */
const SHARE = 0.35

/**
 * What the regression and the sequence model say together, as probabilities of the three classes. They err on
 * different messages: the one knows every word by itself, the other what words say in a row.
 */
export function combine(found: readonly number[], [now, soon]: Odds, share = SHARE): number[] {
  const none = Math.log(Math.max(TINY, found[2] ?? 0))
  const sums = [now, soon].map(
    (odds, at) => (1 - share) * (Math.log(Math.max(TINY, found[at] ?? 0)) - none) + share * odds,
  )
  const most = Math.max(0, ...sums)
  const parts = [...sums, 0].map((sum) => Math.exp(sum - most))
  const total = parts.reduce((a, b) => a + b, 0)
  return parts.map((part) => part / total)
}

const TINY = 1e-9
