import { type Verdict, verdicts } from '../../../schema/assessment.ts'
import { assembleDetector } from '../assemble-detector.ts'
import { assess } from '../assess.ts'
import { type LabelledMessage, toEarlier } from '../labelled/labelled-message.ts'
import { shortfall } from '../learned/choose-thresholds.ts'
import type { Thresholds } from '../learned/decide.ts'
import {
  type CategoryFigures,
  type Decided,
  decideAll,
  type Figures,
  type Judged,
  toCategories,
  toFigures,
} from '../learned/figures.ts'
import { isMeasured } from '../learned/folds.ts'
import { ModelFile } from '../learned/model-file.ts'
import { openOpinion } from '../learned/opinion.ts'
import { complete, judgeUnseen, trainRegression, withOpinion } from '../learned/train-learned.ts'

/** Cross-validated figures: every message judged by a model that saw neither it nor its situation. */
export interface ModelFigures {
  readonly plain: Figures
  readonly hard: Figures
  readonly categories: readonly CategoryFigures[]
}

/** What came of a training. Weights are there when it was accepted, and only then. */
export interface TrainingResult {
  readonly accepted: boolean
  readonly refusals: readonly string[]
  readonly lost: readonly { id: string; text: string; label: Verdict; before: Verdict; after: Verdict }[]
  readonly before: ModelFigures
  readonly after: ModelFigures
  readonly weights?: string
}

const SEED = 7
/** Thresholds that are tried, as shares. */
const ALERTS = Array.from({ length: 38 }, (_, step) => (10 + 2 * step) / 100)
const EMERGENCIES = Array.from({ length: 12 }, (_, step) => (2 + 3 * step) / 100)

/** The learned layer in use: its file, and the own examples that it was trained on. */
export interface ModelInUse {
  readonly weights: string
  readonly own: readonly LabelledMessage[]
}

/**
 * Trains the learned layer on the built-in labelled set together with a force's own examples, behind a gate: accepted
 * only with thresholds under which neither recall falls, for plain or for hard messages, against the layer in use
 * trained and judged the same way. The regression must also hold by itself: the sequence model is not trained here, and
 * must not cover up what the regression unlearned. Messages are judged by models that saw neither them nor their situation; examples that
 * are new are judged by the layer in use itself, which has not seen them. Takes minutes.
 */
export function trainForForce(
  labelled: readonly LabelledMessage[],
  inUse: ModelInUse,
  own: readonly LabelledMessage[],
): TrainingResult {
  const { thresholds, sequence } = ModelFile.parse(JSON.parse(inUse.weights))
  const seen = new Set(inUse.own.map(({ id }) => id))
  const kept = own.filter(({ id }) => seen.has(id))
  const aloneBefore = judgeUnseen([...labelled, ...kept], SEED)
  const before = [
    ...decideMeasured(withOpinion(aloneBefore, openOpinion(sequence)), thresholds),
    ...judgeNew(
      own.filter(({ id }) => !seen.has(id)),
      inUse.weights,
    ),
  ]
  const regressed = trainRegression([...labelled, ...own], SEED)
  const trained = complete([...labelled, ...own], regressed, sequence)
  const chosen = chooseKeeping(trained.judged, toFigures(before)) ?? trained.file.thresholds
  const after = decideMeasured(trained.judged, chosen)
  const alone = [decideMeasured(aloneBefore, thresholds), decideMeasured(regressed.judged, thresholds)] as const
  const pairs = [[before, after] as const, alone]
  const refusals = difficulties.flatMap((kind) => [
    ...new Set(pairs.flatMap(([was, is]) => fallen(kind, toFigures(was)[kind], toFigures(is)[kind]))),
  ])
  return {
    accepted: refusals.length === 0,
    refusals,
    lost: refusals.length === 0 ? lostOf(before, after) : pairs.flatMap(([was, is]) => lostOf(was, is)),
    before: toModelFigures(before),
    after: toModelFigures(after),
    ...(refusals.length === 0 ? { weights: JSON.stringify({ ...trained.file, thresholds: chosen }) } : {}),
  }
}

const difficulties = ['plain', 'hard'] as const

/** Only messages that others wrote are counted: what was written to train on is easier for its writer. */
function decideMeasured(judged: readonly Judged[], thresholds: Thresholds): Decided[] {
  return decideAll(
    judged.filter(({ message }) => isMeasured(message)),
    thresholds,
  )
}

function judgeNew(messages: readonly LabelledMessage[], weights: string): Decided[] {
  const detector = assembleDetector({ readWeights: () => weights })
  return messages.map((message) => ({ message, verdict: assess(message.text, toEarlier(message), detector).verdict }))
}

/** Of the thresholds under which no recall falls, those that come nearest to the goals; undefined where there are none. */
function chooseKeeping(judged: readonly Judged[], before: Record<'plain' | 'hard', Figures>): Thresholds | undefined {
  let best: Thresholds | undefined
  let least = Number.POSITIVE_INFINITY
  for (const alert of ALERTS)
    for (const emergency of EMERGENCIES) {
      const figures = toFigures(decideMeasured(judged, { alert, emergency }))
      if (difficulties.some((kind) => fallen(kind, before[kind], figures[kind]).length > 0)) continue
      const short = shortfall(figures)
      if (short < least) [best, least] = [{ alert, emergency }, short]
    }
  return best
}

function fallen(kind: string, before: Figures, after: Figures): string[] {
  const say = (name: string, from: number, to: number) =>
    to < from ? [`${name} on ${kind} messages would fall from ${from} to ${to}.`] : []
  return [
    ...say('Emergency recall', before.emergencyRecall, after.emergencyRecall),
    ...say('Recall of messages that need a person', before.humanAlertedRecall, after.humanAlertedRecall),
  ]
}

function lostOf(before: readonly Decided[], after: readonly Decided[]): TrainingResult['lost'] {
  const now = new Map(after.map(({ message, verdict }) => [message.id, verdict]))
  return before.flatMap(({ message: { id, text, label }, verdict }) => {
    const next = now.get(id) ?? verdict
    const worse = verdicts.indexOf(next) > verdicts.indexOf(verdict)
    return label !== 'none' && worse && verdicts.indexOf(next) > verdicts.indexOf(label)
      ? [{ id, text, label, before: verdict, after: next }]
      : []
  })
}

function toModelFigures(decided: readonly Decided[]): ModelFigures {
  return { ...toFigures(decided), categories: toCategories(decided) }
}
