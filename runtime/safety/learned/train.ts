import { writeFileSync } from 'node:fs'
import type { LabelledMessage } from '../labelled/labelled-message.ts'
import { readLabelled } from '../labelled/read-labelled.ts'
import { openBook } from '../open-book.ts'
import { chooseThresholds } from './choose-thresholds.ts'
import { type Decided, decideAll, type Figures, type Judged, toCategories, toFigures } from './figures.ts'
import { FOLDS, folds, isMeasured } from './folds.ts'
import { hashOf } from './hash-of.ts'
import { toSequence } from './sequence-input.ts'
import { oddsOf } from './sequence-model.ts'
import { situations } from './situations.ts'
import { sureRules } from './sure-rules.ts'
import { complete, fitVerdict, judge, trainRegression, withOpinion } from './train-learned.ts'
import { trainSequence } from './train-sequence.ts'

const SEED = 7

/** Trains on every labelled message, and writes down what the layer says of messages that it has never seen. */
async function train(): Promise<void> {
  const started = performance.now()
  const rows = readLabelled()
  const situation = situations(rows)
  const heldOut = rows.filter((message) => isHeldOut(message))
  const heldOutSituations = new Set(heldOut.map((message) => situation.get(message.id)))
  const rest = rows.filter((message) => !heldOutSituations.has(situation.get(message.id)))
  const sequences = trainSequence(rows, [rest], SEED)
  const regressed = trainRegression(rows, SEED)
  const alone = judge(heldOut, fitVerdict(rest, SEED), sureRules(rest, openBook()))
  const sequence = await sequences
  const { file, judged } = complete(rows, regressed, sequence.file)
  const measured = judged.filter(({ message }) => isMeasured(message))
  const [apart] = sequence.others
  if (apart === undefined) throw new Error('No sequence model was trained apart from the held-out third')
  const onHeldOut = withOpinion(alone, (_, reading) => oddsOf(apart, toSequence(reading)))
  const unseen = nested(measured, folds(rows))
  const figures = {
    messages: rows.length,
    situations: new Set(situation.values()).size,
    thresholds: file.thresholds,
    crossValidated: { ...toFigures(unseen), categories: toCategories(unseen) },
    crossValidatedRoundTwo: toFigures(
      decideAll(
        judged.filter(({ message }) => message.id.startsWith('r2')),
        file.thresholds,
      ),
    ),
    heldOutThird: toFigures(
      decideAll(
        onHeldOut,
        chooseThresholds(measured.filter(({ message }) => !heldOutSituations.has(situation.get(message.id)))),
      ),
    ),
    tradeOff: [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7].map((alert) => ({
      alert,
      ...toFigures(decideAll(measured, { ...file.thresholds, alert })),
    })),
  }
  writeFileSync(new URL('weights.json', import.meta.url), JSON.stringify(file))
  writeFileSync(new URL('figures.json', import.meta.url), `${JSON.stringify(figures, null, 2)}\n`)
  const { tradeOff, ...short } = figures
  console.log(JSON.stringify(short, null, 1))
  for (const { alert, plain, hard } of tradeOff) console.log(alert, line(plain), '|', line(hard))
  console.log(`Trained in ${Math.round((performance.now() - started) / 1000)} s`)
}

/** What is decided where the thresholds of each fold were chosen on the other folds. */
function nested(measured: readonly Judged[], foldOf: (message: LabelledMessage) => number): Decided[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) =>
    decideAll(
      measured.filter(({ message }) => foldOf(message) === fold),
      chooseThresholds(measured.filter(({ message }) => foldOf(message) !== fold)),
    ),
  )
}

function line(figures: Figures): string {
  const { emergencyRecall, humanAlertedRecall, falseAlarmRate, safeguardingAsEmergency } = figures
  return `emergency ${emergencyRecall} alerted ${humanAlertedRecall} false ${falseAlarmRate} safeguarding as emergency ${safeguardingAsEmergency}`
}

/** A third of the messages of others that nobody read while writing rules and messages, picked by their ids. */
function isHeldOut(message: LabelledMessage): boolean {
  return isMeasured(message) && hashOf(message.id) % 3 === 0
}

await train()
