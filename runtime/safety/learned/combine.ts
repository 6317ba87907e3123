import type { Odds } from './sequence-model.ts'

/** How much the sequence model's word counts beside the regression's; chosen by cross-validation. */
const SHARE = 0.35
/**
 * Where the regression sees less danger than this, the sequence model is not asked: of 5,240 messages that neither had
 * seen, its word changed no verdict there, nor where there was a little more.
 */
const CERTAIN = 0.03

/**
 * What the regression and the sequence model say together, as probabilities of the three classes. They err on
 * different messages: the one knows every word by itself, the other what words say in a row.
 */
export function combine(found: readonly number[], ask: () => Odds): readonly number[] {
  if ((found[2] ?? 0) > 1 - CERTAIN) return found
  const [now, soon] = ask()
  const none = Math.log(Math.max(TINY, found[2] ?? 0))
  const sums = [now, soon].map(
    (odds, at) => (1 - SHARE) * (Math.log(Math.max(TINY, found[at] ?? 0)) - none) + SHARE * odds,
  )
  const most = Math.max(0, ...sums)
  const parts = [...sums, 0].map((sum) => Math.exp(sum - most))
  const total = parts.reduce((a, b) => a + b, 0)
  return parts.map((part) => part / total)
}

const TINY = 1e-9
