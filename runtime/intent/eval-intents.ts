import { type IntentModel, other } from './train-intents.ts'

/** A labelled message; `out_of_scope` means none of the intents. */
export interface LabelledIntent {
  text: string
  intent: string
}
export const outOfScope = 'out_of_scope'

export interface IntentFigures {
  accuracy: number
  macroF1: number
  /** `auroc`: how well "none of these" is told from the rest by confidence alone, whatever the threshold. */
  outOfScope: { recall: number; precision: number; auroc: number }
  /** Of the messages that are judged with a share between two tenths, how many are right, against the share: 0 is perfect. */
  calibrationError: number
  latencyMs: { p50: number; p99: number }
  worstPairs: { said: string; understood: string; times: number }[]
}

/** How well `model` tells the intents of `rows` apart. */
export function evalIntents(model: IntentModel, rows: readonly LabelledIntent[]): IntentFigures {
  const judged = rows.map(({ text, intent }) => {
    const begun = performance.now()
    const { best, other: none } = model(text)
    const ms = performance.now() - begun
    const [first] = best
    const understood = !first || none > first.share ? outOfScope : first.id
    return { intent: intent === other ? outOfScope : intent, understood, share: first?.share ?? 0, none, ms }
  })
  const right = judged.filter(({ intent, understood }) => intent === understood)
  const scoreOf = (label: string) => {
    const hits = right.filter(({ intent }) => intent === label).length
    const said = judged.filter(({ intent }) => intent === label).length
    const taken = judged.filter(({ understood }) => understood === label).length
    return { recall: share(hits, said), precision: share(hits, taken), f1: share(2 * hits, said + taken) }
  }
  const labels = [...new Set(judged.map(({ intent }) => intent))]
  const pairs = Map.groupBy(
    judged.filter(({ intent, understood }) => intent !== understood),
    ({ intent, understood }) => `${intent}\n${understood}`,
  )
  const times = judged.map(({ ms }) => ms).sort((a, b) => a - b)
  const { recall, precision } = scoreOf(outOfScope)
  return {
    accuracy: share(right.length, judged.length),
    macroF1: share(
      labels.map((label) => scoreOf(label).f1).reduce((sum, f1) => sum + f1, 0),
      labels.length,
    ),
    outOfScope: { recall, precision, auroc: auroc(judged) },
    calibrationError: calibrationError(judged),
    latencyMs: { p50: at(times, 0.5), p99: at(times, 0.99) },
    worstPairs: [...pairs]
      .sort((a, b) => b[1].length - a[1].length)
      .slice(0, 10)
      .map(([key, both]) => {
        const [said = '', understood = ''] = key.split('\n')
        return { said, understood, times: both.length }
      }),
  }
}

/** The chance that a message out of scope is less sure of any intent than a message in scope. */
function auroc(judged: readonly { intent: string; share: number }[]): number {
  const ranked = [...judged].sort((a, b) => b.share - a.share)
  const out = ranked.filter(({ intent }) => intent === outOfScope).length
  let before = 0
  let won = 0
  for (const { intent } of ranked)
    if (intent === outOfScope) won += before
    else before++
  return share(won, out * (ranked.length - out))
}

function calibrationError(
  judged: readonly { intent: string; understood: string; share: number; none: number }[],
): number {
  const bins = Map.groupBy(judged, (each) => Math.min(9, Math.floor(Math.max(each.share, each.none) * 10)))
  let error = 0
  for (const bin of bins.values()) {
    const right = bin.filter(({ intent, understood }) => intent === understood).length
    const said = bin.reduce((sum, each) => sum + Math.max(each.share, each.none), 0)
    error += Math.abs(right - said) / judged.length
  }
  return round(error)
}

function at(sorted: readonly number[], part: number): number {
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : round(part / whole)
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
