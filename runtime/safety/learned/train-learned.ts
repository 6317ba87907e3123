import { type LabelledMessage, toEarlier } from '../labelled/labelled-message.ts'
import { openBook } from '../open-book.ts'
import { augment } from './augment.ts'
import { chooseThresholds } from './choose-thresholds.ts'
import { combine } from './combine.ts'
import { CLASSES } from './decide.ts'
import { FEATURE_BITS } from './feature-hash.ts'
import type { Judged } from './figures.ts'
import { fitConvex } from './fit-convex.ts'
import { CHANGED_WEIGHT, FOLDS, folds, isMeasured, weightOf } from './folds.ts'
import { messageFeatures } from './message-features.ts'
import { againstLast, type ModelFile, toRegression, toRows } from './model-file.ts'
import { type Opinion, openOpinion } from './opinion.ts'
import { readMessage } from './read-message.ts'
import type { SequenceFile } from './sequence-file.ts'
import { type Example, fitRegression, probabilities, type Regression } from './softmax-regression.ts'
import { sureRules } from './sure-rules.ts'

const SIZE = 1 << FEATURE_BITS
const KIND_SIZE = 1 << 12
const SETTINGS = { l2: 0.15, rounds: 36 }
const book = openBook()

/** A layer trained, and what it would say of every message if it had seen neither it nor its situation. */
export interface Trained {
  readonly file: ModelFile
  readonly judged: readonly Judged[]
}

/**
 * All of the layer but the sequence model, and what the regression alone says of messages unseen. Pure and repeatable:
 * the same rows in the same order with the same seed give the same. Takes minutes; call it off the threads that answer.
 */
export type Regressed = Omit<ModelFile, 'sequence' | 'thresholds'> & { readonly judged: readonly Judged[] }

export function trainRegression(rows: readonly LabelledMessage[], seed: number): Regressed {
  return {
    judged: judgeUnseen(rows, seed),
    format: 3,
    messages: rows.length,
    verdict: toRows(againstLast(fitVerdict(rows, seed))),
    ...fitKinds(rows, seed),
    sureRules: sureRules(rows, book),
  }
}

/** Adds the sequence model, which has said what it thinks of messages unseen, and chooses the thresholds for both together. */
export function complete(
  rows: readonly LabelledMessage[],
  { judged: alone, ...rest }: Regressed,
  sequence: SequenceFile,
): Trained {
  const judged = withOpinion(alone, openOpinion(sequence))
  const thresholds = chooseThresholds(judged.filter(({ message }) => isMeasured(message)))
  return { file: { ...rest, messages: rows.length, thresholds, sequence }, judged }
}

/** What the regression alone says of every message when it has seen neither it nor its situation. */
export function judgeUnseen(rows: readonly LabelledMessage[], seed: number): Judged[] {
  const foldOf = folds(rows)
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const rest = rows.filter((message) => foldOf(message) !== fold)
    return judge(
      rows.filter((message) => foldOf(message) === fold),
      fitVerdict(rest, seed),
      sureRules(rest, book),
    )
  })
}

/** What a regression says of messages, rounded as it will be shipped, so that the figures are those of the shipped kind. */
export function judge(rows: readonly LabelledMessage[], model: Regression, sure: readonly string[]): Judged[] {
  const rounded = toRegression(toRows(againstLast(model)))
  return rows.map((message) => {
    const reading = readMessage(message.text, toEarlier(message), book)
    const hits = book.find(reading.tokens).filter((hit) => sure.includes(hit.rule.id))
    const now = hits.some((hit) => hit.rule.verdict === 'emergency')
    const byRule = now ? 'emergency' : hits.length > 0 ? 'safeguarding' : 'none'
    return { message, found: probabilities(rounded, messageFeatures(reading), true), byRule }
  })
}

/** The same messages with the word of a sequence model that has not seen them either. */
export function withOpinion(judged: readonly Judged[], opinion: Opinion): Judged[] {
  return judged.map(({ message, found, byRule }) => ({
    message,
    found: combine(found, () => opinion(message, readMessage(message.text, toEarlier(message), book))),
    byRule,
  }))
}

export function fitVerdict(rows: readonly LabelledMessage[], seed: number): Regression {
  const more = augment(rows, 92 + seed)
  return fitConvex(
    [
      ...rows.map((message) => toExample(message, CLASSES.indexOf(message.label), weightOf(message))),
      ...more.map((message) => toExample(message, CLASSES.indexOf(message.label), CHANGED_WEIGHT * weightOf(message))),
    ],
    SIZE,
    SETTINGS,
  )
}

/** A second, smaller model names the danger once there is one. */
function fitKinds(rows: readonly LabelledMessage[], seed: number): Pick<ModelFile, 'kind' | 'kinds'> {
  const dangers = rows.filter((message) => message.label !== 'none')
  const kinds = [...new Set(dangers.map((message) => message.category))].sort()
  const examples = dangers.map((message) => toExample(message, kinds.indexOf(message.category), 1))
  const settings = { epochs: 4, rate: 0.15, l2: 5e-5, seed }
  return { kinds, kind: toRows(fitRegression(examples, kinds.length, KIND_SIZE, settings)) }
}

function toExample(message: LabelledMessage, label: number, weight: number): Example {
  return { features: messageFeatures(readMessage(message.text, toEarlier(message), book)), label, weight }
}
