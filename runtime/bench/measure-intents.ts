import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { evalIntents, type IntentFigures, type LabelledIntent, outOfScope } from '../intent/eval-intents.ts'
import labelled from '../intent/labelled/police-101.jsonl?raw'
import { type Embed, openStaticEmbedding } from '../intent/static-embedding.ts'
import { other, trainIntents } from '../intent/train-intents.ts'
import { runToEnd } from '../run-to-end.ts'
import { createRandom, type IntentSet, readBanking77, readClinc150, sharedFolder } from './public-intents.ts'

const folds = 5

/** How well intents are told apart, by words alone and with the sentence model, on messages that training never saw. */
export async function measureIntents(): Promise<Record<string, number | string>> {
  const figures: Record<string, number | string> = {}
  const modelFolder = process.env.MODEL_DIR ?? join(sharedFolder, 'models', 'potion-base-2M')
  const embed = existsSync(modelFolder) ? await openStaticEmbedding(modelFolder) : undefined
  if (!embed) figures['sentence model'] = `not measured: there is none in ${modelFolder}`
  const police = crossValidate(readPolice())
  const banking = [1, 2, 3].map((seed) => readBanking77(10, seed))
  const clinc = readClinc150()
  const layers = [['words', undefined] as const, ...(embed ? [['words and model', embed] as const] : [])]
  for (const [name, model] of layers) {
    const judged = average(police.map((set) => judge(set, model)))
    figures[`police-101, 5-fold, ${name}: accuracy`] = judged.accuracy
    figures[`police-101, 5-fold, ${name}: out-of-scope recall`] = judged.outOfScope.recall
    figures[`police-101, 5-fold, ${name}: calibration error`] = judged.calibrationError
    figures[`police-101, 5-fold, ${name}: p50 ms`] = judged.latencyMs.p50
    figures[`police-101, 5-fold, ${name}: p99 ms`] = judged.latencyMs.p99
    const sets = banking.filter((set) => set !== undefined)
    figures[`BANKING77, 10 each, ${name}: accuracy`] =
      sets.length > 0 ? average(sets.map((set) => judge(set, model))).accuracy : 'not measured: ../shared is not there'
    const full = clinc && judge(clinc, model)
    figures[`CLINC150, ${name}: accuracy`] = full?.accuracy ?? 'not measured: ../shared is not there'
    figures[`CLINC150, ${name}: out-of-scope AUROC`] = full?.outOfScope.auroc ?? 'not measured: ../shared is not there'
  }
  return figures
}

function judge({ train, test }: IntentSet, embed?: Embed): IntentFigures {
  const examples = train.map(({ text, intent }) => ({ text, intent: intent === outOfScope ? other : intent }))
  return evalIntents(runToEnd(trainIntents(examples, embed)), test)
}

function readPolice(): LabelledIntent[] {
  return labelled
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
}

/** Every message once as a test, the others of all intents as examples. */
function crossValidate(rows: readonly LabelledIntent[]): IntentSet[] {
  const random = createRandom(1)
  const parts: LabelledIntent[][] = Array.from({ length: folds }, () => [])
  for (const group of Map.groupBy(rows, ({ intent }) => intent).values())
    group
      .map((row) => ({ row, by: random() }))
      .sort((a, b) => a.by - b.by)
      .forEach(({ row }, n) => {
        parts[n % folds]?.push(row)
      })
  return parts.map((test) => ({ test, train: parts.filter((part) => part !== test).flat() }))
}

function average(all: readonly IntentFigures[]): IntentFigures {
  const mean = (of: (figures: IntentFigures) => number) =>
    Math.round((all.reduce((sum, figures) => sum + of(figures), 0) / all.length) * 10_000) / 10_000
  return {
    accuracy: mean(({ accuracy }) => accuracy),
    macroF1: mean(({ macroF1 }) => macroF1),
    outOfScope: {
      recall: mean(({ outOfScope }) => outOfScope.recall),
      precision: mean(({ outOfScope }) => outOfScope.precision),
      auroc: mean(({ outOfScope }) => outOfScope.auroc),
    },
    calibrationError: mean(({ calibrationError }) => calibrationError),
    latencyMs: { p50: mean(({ latencyMs }) => latencyMs.p50), p99: mean(({ latencyMs }) => latencyMs.p99) },
    worstPairs: [],
  }
}
