import type { Verdict } from '../../schema/assessment.ts'
import type { Detector } from './detector.ts'
import type { LabelledMessage } from './labelled/labelled-message.ts'
import { type JudgedMessage, judgeMessages, type SafetyEvaluation, toEvaluation } from './safety-eval.ts'

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
  /** Ordinary messages that would alarm and did not before. */
  readonly alarmed: readonly LostMessage[]
  readonly before: SafetyEvaluation
  readonly after: SafetyEvaluation
}

/**
 * Rule 8: a change is tried on labelled messages first, and refused when either recall falls, for plain or for hard
 * messages. What is won elsewhere does not make up for it; the messages that would be lost are listed. A failed layer
 * after the change refuses it too. More false alarms are shown, and are the administrator's decision.
 */
export function compareDetectors(before: Detector, after: Detector, rows: readonly LabelledMessage[]): Comparison {
  return compareJudged(judgeMessages(rows, before), judgeMessages(rows, after), before, after)
}

/** The same for messages that were judged by both, in the same order. */
export function compareJudged(
  old: readonly JudgedMessage[],
  now: readonly JudgedMessage[],
  before: Pick<Detector, 'state' | 'version'>,
  after: Pick<Detector, 'state' | 'version'>,
): Comparison {
  const [was, is] = [toEvaluation(old, before), toEvaluation(now, after)]
  const changed = old.flatMap(({ message, verdict }, at): LostMessage[] => {
    const next = now[at]?.verdict ?? verdict
    const { id, text, label } = message
    return next === verdict ? [] : [{ id, text, label, before: verdict, after: next }]
  })
  const refusals = [...fallenRecalls(was, is), ...failedLayers(is)]
  return {
    accepted: refusals.length === 0,
    refusals,
    lost: changed.filter((each) => foundBy(each.label, each.before) > foundBy(each.label, each.after)),
    won: changed.filter((each) => foundBy(each.label, each.before) < foundBy(each.label, each.after)),
    alarmed: changed.filter((each) => each.label === 'none' && each.before === 'none'),
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
