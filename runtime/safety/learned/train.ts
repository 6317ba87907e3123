import { writeFileSync } from 'node:fs'
import { type LabelledMessage, toEarlier } from '../labelled/labelled-message.ts'
import { readLabelled } from '../labelled/read-labelled.ts'
import { openBook } from '../open-book.ts'
import { augment } from './augment.ts'
import { CLASSES, decide, type Thresholds } from './decide.ts'
import { type Judged, toFigures } from './figures.ts'
import { hashOf } from './hash-of.ts'
import { messageFeatures } from './message-features.ts'
import { againstLast, type ModelFile, toRegression, toRows } from './model-file.ts'
import { readMessage } from './read-message.ts'
import { situations } from './situations.ts'
import { type Example, fitRegression, meanRegression, probabilities, type Regression } from './softmax-regression.ts'
import { sureRules } from './sure-rules.ts'

const FOLDS = 5
const BAGS = 3
const SIZE = 1 << 17
const KIND_SIZE = 1 << 12
const SETTINGS = { epochs: 12, rate: 0.15, l2: 5e-5 }
/** First messages of ordinary contacts are many and easy: together they must not drown the hard ones. */
const FIRST_MESSAGE_WEIGHT = 0.15
/** Short answers are written by a script from few forms: the same holds for them. */
const ANSWER_WEIGHT = 0.3

const book = openBook()

/** Trains on every labelled message, after measuring on messages that the measured model has never seen. */
function train(): void {
  const started = performance.now()
  const messages = readLabelled()
  const situation = situations(messages)
  const judged = crossValidate(messages, situation)
  const thresholds = chooseThresholds(judged)

  const heldOut = messages.filter((message) => isHeldOut(message.id))
  const heldOutSituations = new Set(heldOut.map((message) => situation.get(message.id)))
  const rest = messages.filter((message) => !heldOutSituations.has(situation.get(message.id)))
  const onHeldOut = judge(heldOut, fitVerdict(rest), sureRules(rest, book))
  const figures = {
    messages: messages.length,
    situations: new Set(situation.values()).size,
    thresholds,
    crossValidated: toFigures(
      judged.filter(({ message }) => isMeasured(message)),
      thresholds,
    ),
    crossValidatedAll: toFigures(judged, thresholds),
    heldOutThird: toFigures(onHeldOut, thresholds),
  }
  const file: ModelFile = {
    format: 1,
    messages: messages.length,
    verdict: toRows(againstLast(fitVerdict(messages))),
    ...fitKinds(messages),
    thresholds,
    sureRules: sureRules(messages, book),
  }
  writeFileSync(new URL('weights.json', import.meta.url), JSON.stringify(file))
  writeFileSync(new URL('figures.json', import.meta.url), `${JSON.stringify(figures, null, 2)}\n`)
  console.log(JSON.stringify(figures, null, 2))
  console.log(`Trained in ${Math.round((performance.now() - started) / 1000)} s`)
}

/** Judges every message by a model that has seen neither it nor its situation. */
function crossValidate(messages: readonly LabelledMessage[], situation: ReadonlyMap<string, string>): Judged[] {
  const foldOf = (message: LabelledMessage) => hashOf(situation.get(message.id) ?? message.id) % FOLDS
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const rest = messages.filter((message) => foldOf(message) !== fold)
    return judge(
      messages.filter((message) => foldOf(message) === fold),
      fitVerdict(rest),
      sureRules(rest, book),
    )
  })
}

/** The model is rounded as it will be shipped, so that the figures are those of the shipped kind. */
function judge(messages: readonly LabelledMessage[], model: Regression, sure: readonly string[]): Judged[] {
  const rounded = toRegression(toRows(againstLast(model)))
  return messages.map((message) => {
    const reading = readMessage(message.text, toEarlier(message), book)
    const hits = book.find(reading.tokens).filter((hit) => sure.includes(hit.rule.id))
    const byRule = hits.some((hit) => hit.rule.verdict === 'emergency')
      ? 'emergency'
      : hits.length > 0
        ? 'safeguarding'
        : 'none'
    return { message, found: probabilities(rounded, messageFeatures(reading), true), byRule }
  })
}

function fitVerdict(messages: readonly LabelledMessage[]): Regression {
  const plain = messages.map((message) => toExample(message, CLASSES.indexOf(message.label), weightOf(message)))
  return meanRegression(
    Array.from({ length: BAGS }, (_, bag) => {
      const more = augment(messages, 99 + bag).map((message) =>
        toExample(message, CLASSES.indexOf(message.label), 0.5 * weightOf(message)),
      )
      return fitRegression([...plain, ...more], CLASSES.length, SIZE, { ...SETTINGS, seed: 7 + bag })
    }),
  )
}

/** A second, smaller model names the danger once there is one. */
function fitKinds(messages: readonly LabelledMessage[]): Pick<ModelFile, 'kind' | 'kinds'> {
  const dangers = messages.filter((message) => message.label !== 'none')
  const kinds = [...new Set(dangers.map((message) => message.category))].sort()
  const examples = dangers.map((message) => toExample(message, kinds.indexOf(message.category), 1))
  return { kinds, kind: toRows(fitRegression(examples, kinds.length, KIND_SIZE, { ...SETTINGS, epochs: 6, seed: 7 })) }
}

function toExample(message: LabelledMessage, label: number, weight: number): Example {
  return { features: messageFeatures(readMessage(message.text, toEarlier(message), book)), label, weight }
}

/**
 * The lowest thresholds that keep false alarms within bounds on messages that the model has not seen: at most 7 % of
 * plain and 13 % of hard ordinary messages, and at most a third of safeguarding messages taken for an emergency.
 */
function chooseThresholds(judged: readonly Judged[]): Thresholds {
  const measured = judged.filter(({ message }) => isMeasured(message))
  const rate = (of: Judged[], thresholds: Thresholds, is: (verdict: string) => boolean) =>
    of.filter(({ found }) => is(decide(found, thresholds))).length / Math.max(1, of.length)
  const none = measured.filter(({ message }) => message.label === 'none')
  const plain = none.filter(({ message }) => message.difficulty === 'plain')
  const hard = none.filter(({ message }) => message.difficulty === 'hard')
  const soon = measured.filter(({ message }) => message.label === 'safeguarding')
  const steps = Array.from({ length: 91 }, (_, step) => 0.05 + step / 100)
  const alert = steps.find((at) => {
    const thresholds = { alert: at, emergency: 0 }
    return rate(plain, thresholds, (v) => v !== 'none') <= 0.07 && rate(hard, thresholds, (v) => v !== 'none') <= 0.13
  })
  const bound = { alert: alert ?? 0.5, emergency: 0 }
  const emergency = steps.find((at) => rate(soon, { ...bound, emergency: at }, (v) => v === 'emergency') <= 0.33)
  return { alert: bound.alert, emergency: emergency ?? 0.3 }
}

/** Figures are about the messages that others wrote: what was written to train on is easier for its own writer. */
function isMeasured(message: LabelledMessage): boolean {
  return /^[dnu]\d+$/.test(message.id)
}

function weightOf(message: LabelledMessage): number {
  if (message.id.startsWith('w-answers-')) return ANSWER_WEIGHT
  return message.id.startsWith('i-') ? FIRST_MESSAGE_WEIGHT : 1
}

/** A third of the messages of others that nobody read while writing rules, picked by their ids. */
function isHeldOut(id: string): boolean {
  return /^[dnu]\d+$/.test(id) && hashOf(id) % 3 === 0
}

train()
