import type { Verdict } from '../../schema/assessment.ts'
import { assess } from './assess.ts'
import type { Detector } from './detector.ts'
import { type LabelledMessage, toEarlier } from './labelled/labelled-message.ts'
import { evaluateSafety, type SafetyEvaluation } from './safety-eval.ts'

/** A message that is judged less gravely after the change than it deserves and was before. */
export interface LostMessage {
  readonly id: string
  readonly text: string
  readonly label: Verdict
  readonly before: Verdict
  readonly after: Verdict
}

/** What a change of words, exceptions or weights does to the labelled messages, and whether it may be taken. */
export interface Comparison {
  readonly accepted: boolean
  /** Why it is refused, in sentences for an administrator; empty when it is accepted. */
  readonly refusals: readonly string[]
  readonly lost: readonly LostMessage[]
  readonly won: readonly LostMessage[]
  readonly before: SafetyEvaluation
  readonly after: SafetyEvaluation
}

/**
 * Rule 8: a change is tried on labelled messages first, and refused when either recall falls, for plain or for hard
 * messages. What is won elsewhere does not make up for it; the messages that would be lost are listed. A failed layer
 * after the change refuses it too. More false alarms are shown, and are the administrator's decision.
 */
export function compareDetectors(before: Detector, after: Detector, rows: readonly LabelledMessage[]): Comparison {
  const [was, is] = [evaluateSafety(rows, before), evaluateSafety(rows, after)]
  const changed = rows.flatMap((message): LostMessage[] => {
    const earlier = toEarlier(message)
    const [old, now] = [assess(message.text, earlier, before).verdict, assess(message.text, earlier, after).verdict]
    return old === now ? [] : [{ id: message.id, text: message.text, label: message.label, before: old, after: now }]
  })
  const refusals = [...fallenRecalls(was, is), ...failedLayers(is)]
  return {
    accepted: refusals.length === 0,
    refusals,
    lost: changed.filter(({ label, before: old, after: now }) => foundBy(label, old) > foundBy(label, now)),
    won: changed.filter(({ label, before: old, after: now }) => foundBy(label, old) < foundBy(label, now)),
    before: was,
    after: is,
  }
}

/** How well a verdict answers a danger: 2 in full, 1 a person looks but not first, 0 nobody looks. */
function foundBy(label: Verdict, verdict: Verdict): number {
  if (label === 'none' || verdict === 'none') return 0
  return label === 'emergency' && verdict === 'safeguarding' ? 1 : 2
}

function fallenRecalls(was: SafetyEvaluation, is: SafetyEvaluation): string[] {
  const kinds = [...new Set([...Object.keys(was.difficulties), ...Object.keys(is.difficulties)])]
  return kinds.flatMap((kind) => {
    const [old, now] = [was.difficulties[kind], is.difficulties[kind]]
    if (old === undefined || now === undefined) return []
    const fallen = (name: string, from: number, to: number) =>
      to < from ? [`${name} on ${kind} messages would fall from ${from} to ${to}.`] : []
    return [
      ...fallen('Emergency recall', old.emergencyRecall, now.emergencyRecall),
      ...fallen('Recall of messages that need a person', old.humanAlertedRecall, now.humanAlertedRecall),
    ]
  })
}

function failedLayers(is: SafetyEvaluation): string[] {
  return is.layers
    .filter(({ state }) => state === 'failed')
    .map(({ name, failure }) => `The ${name} layer would fail: ${failure ?? 'no reason given'}.`)
}
