import { type Verdict, verdicts } from '../../schema/assessment.ts'
import { assess } from './assess.ts'
import type { Detector, LayerState } from './detector.ts'
import { type LabelledMessage, toEarlier } from './labelled/labelled-message.ts'

/** The three rates that decide, as shares from 0 to 1; 1 for recalls and 0 for alarms where there is no such message. */
export interface SafetyRates {
  readonly messages: number
  /** Of emergencies: judged `emergency`. */
  readonly emergencyRecall: number
  /** Of emergencies and safeguarding messages: judged either. */
  readonly humanAlertedRecall: number
  /** Of ordinary messages: judged either. */
  readonly falseAlarmRate: number
}

/** How well a detector judges labelled messages. */
export interface SafetyEvaluation extends SafetyRates {
  readonly labels: Record<Verdict, { recall: number; precision: number }>
  /** Label, then verdict, to the number of messages. */
  readonly confusion: Record<Verdict, Record<Verdict, number>>
  readonly categories: Record<string, { messages: number; correct: number; alerted: number }>
  readonly difficulties: Record<string, SafetyRates>
  readonly latencyMs: { p50: number; p99: number }
  readonly layers: readonly LayerState[]
  readonly detectorVersion: string
  /** The ids of the misjudged messages, where asked for. */
  readonly failures?: readonly { id: string; label: Verdict; verdict: Verdict }[]
}

/** A labelled message, the verdict on it, and how long that took. */
export interface JudgedMessage {
  readonly message: LabelledMessage
  readonly verdict: Verdict
  readonly ms: number
}

/** Judges every row as a visitor's message, with its context, and counts. */
export function evaluateSafety(
  rows: readonly LabelledMessage[],
  detector: Detector,
  { failures = false }: { failures?: boolean } = {},
): SafetyEvaluation {
  return toEvaluation(judgeMessages(rows, detector), detector, { failures })
}

/** The verdict on every row. */
export function judgeMessages(rows: readonly LabelledMessage[], detector: Detector): JudgedMessage[] {
  return rows.map((message) => {
    const from = performance.now()
    const { verdict } = assess(message.text, toEarlier(message), detector)
    return { message, verdict, ms: performance.now() - from }
  })
}

/** Counts what `detector` judged. */
export function toEvaluation(
  judged: readonly JudgedMessage[],
  detector: Pick<Detector, 'state' | 'version'>,
  { failures = false }: { failures?: boolean } = {},
): SafetyEvaluation {
  const times = judged.map(({ ms }) => ms).sort((a, b) => a - b)
  const misjudged = judged.filter(({ message, verdict }) => message.label !== verdict)
  return {
    ...ratesOf(judged),
    labels: perVerdict((label) => ({
      recall: share(
        judged,
        (row) => row.message.label === label,
        (row) => row.verdict === label,
        1,
      ),
      precision: share(
        judged,
        (row) => row.verdict === label,
        (row) => row.message.label === label,
        1,
      ),
    })),
    confusion: perVerdict((label) =>
      perVerdict((verdict) => count(judged, (row) => row.message.label === label && row.verdict === verdict)),
    ),
    categories: grouped(
      judged,
      ({ message }) => message.category,
      (group) => ({
        messages: group.length,
        correct: count(group, (row) => row.verdict === row.message.label),
        alerted: count(group, (row) => row.verdict !== 'none'),
      }),
    ),
    difficulties: grouped(judged, ({ message }) => message.difficulty, ratesOf),
    latencyMs: { p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
    layers: detector.state(),
    detectorVersion: detector.version,
    ...(failures
      ? { failures: misjudged.map(({ message, verdict }) => ({ id: message.id, label: message.label, verdict })) }
      : {}),
  }
}

function ratesOf(judged: readonly JudgedMessage[]): SafetyRates {
  const alerted = (row: JudgedMessage) => row.verdict !== 'none'
  return {
    messages: judged.length,
    emergencyRecall: share(
      judged,
      (row) => row.message.label === 'emergency',
      (row) => row.verdict === 'emergency',
      1,
    ),
    humanAlertedRecall: share(judged, (row) => row.message.label !== 'none', alerted, 1),
    falseAlarmRate: share(judged, (row) => row.message.label === 'none', alerted, 0),
  }
}

function perVerdict<T>(of: (verdict: Verdict) => T): Record<Verdict, T> {
  const [emergency, safeguarding, none] = verdicts
  return { [emergency]: of(emergency), [safeguarding]: of(safeguarding), [none]: of(none) }
}

function grouped<T>(
  judged: readonly JudgedMessage[],
  by: (row: JudgedMessage) => string,
  of: (group: JudgedMessage[]) => T,
): Record<string, T> {
  const groups = new Map<string, JudgedMessage[]>()
  for (const row of judged) groups.set(by(row), [...(groups.get(by(row)) ?? []), row])
  return Object.fromEntries(
    [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([name, group]) => [name, of(group)]),
  )
}

function share(
  judged: readonly JudgedMessage[],
  of: (row: JudgedMessage) => boolean,
  hit: (row: JudgedMessage) => boolean,
  whenNone: number,
): number {
  const all = count(judged, of)
  return all === 0 ? whenNone : rounded(count(judged, (row) => of(row) && hit(row)) / all)
}

function count(judged: readonly JudgedMessage[], is: (row: JudgedMessage) => boolean): number {
  return judged.filter(is).length
}

function quantile(sorted: readonly number[], at: number): number {
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0)
}

function rounded(value: number): number {
  return Math.round(value * 10000) / 10000
}
