import { type LabelledMessage, toEarlier } from '../labelled/labelled-message.ts'
import { openBook } from '../open-book.ts'
import { augment } from './augment.ts'
import { chooseThresholds } from './choose-thresholds.ts'
import { CLASSES } from './decide.ts'
import { FEATURE_BITS } from './feature-hash.ts'
import type { Judged } from './figures.ts'
import { fitConvex } from './fit-convex.ts'
import { hashOf } from './hash-of.ts'
import { messageFeatures } from './message-features.ts'
import { againstLast, type ModelFile, toRegression, toRows } from './model-file.ts'
import { readMessage } from './read-message.ts'
import { situations } from './situations.ts'
import { type Example, fitRegression, probabilities, type Regression } from './softmax-regression.ts'
import { sureRules } from './sure-rules.ts'

export const FOLDS = 5
const SIZE = 1 << FEATURE_BITS
const KIND_SIZE = 1 << 12
const SETTINGS = { l2: 0.15, rounds: 36 }
/** First messages of ordinary contacts are many and easy, short answers come from few forms: they must not drown the rest. */
const FIRST_MESSAGE_WEIGHT = 0.15
const ANSWER_WEIGHT = 0.3
const CHANGED_WEIGHT = 0.5

const book = openBook()

/** A layer trained, and what it would say of every message if it had seen neither it nor its situation. */
export interface Trained {
  readonly file: ModelFile
  readonly judged: readonly Judged[]
}

/**
 * Trains the learned layer on labelled messages and chooses its thresholds on messages unseen. Pure and repeatable:
 * the same rows in the same order with the same seed give the same file. Takes a minute or two; call it off the
 * threads that answer visitors.
 */
export function trainLearned(rows: readonly LabelledMessage[], seed: number): Trained {
  const judged = crossValidate(rows, seed)
  const thresholds = chooseThresholds(judged.filter(({ message }) => isMeasured(message)))
  const file: ModelFile = {
    format: 2,
    messages: rows.length,
    verdict: toRows(againstLast(fitVerdict(rows, seed))),
    ...fitKinds(rows, seed),
    thresholds,
    sureRules: sureRules(rows, book),
  }
  return { file, judged }
}

/** Judges every message by a model that has seen neither it nor its situation. */
export function crossValidate(rows: readonly LabelledMessage[], seed: number): Judged[] {
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

/** Messages of one situation are always in one fold. */
export function folds(rows: readonly LabelledMessage[]): (message: LabelledMessage) => number {
  const situation = situations(rows)
  return (message) => hashOf(situation.get(message.id) ?? message.id) % FOLDS
}

/** The model is rounded as it will be shipped, so that the figures are those of the shipped kind. */
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

export function fitVerdict(rows: readonly LabelledMessage[], seed: number): Regression {
  const more = augment(rows, 92 + seed)
  return fitConvex(
    [
      ...rows.map((message) => toExample(message, CLASSES.indexOf(message.label), weightOf(message))),
      ...more.map((message) => toExample(message, CLASSES.indexOf(message.label), CHANGED_WEIGHT * weightOf(message))),
    ],
    CLASSES.length,
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

/** Figures and thresholds are about the messages that others wrote: what was written to train on is easier for its writer. */
export function isMeasured(message: LabelledMessage): boolean {
  return !/^(w|i)-/.test(message.id) && !message.id.startsWith('r2')
}

function weightOf(message: LabelledMessage): number {
  if (message.id.startsWith('w-answers-')) return ANSWER_WEIGHT
  return message.id.startsWith('i-') ? FIRST_MESSAGE_WEIGHT : 1
}
