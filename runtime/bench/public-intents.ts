import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { LabelledIntent } from '../intent/eval-intents.ts'
import { outOfScope } from '../intent/eval-intents.ts'

/** Public sets of intents, which are not part of the product: they lie beside it, or are not measured. */
export const sharedFolder = process.env.SHARED_DIR ?? join(process.cwd(), '..', 'shared')

export interface IntentSet {
  train: LabelledIntent[]
  test: LabelledIntent[]
}

/** BANKING77 with `each` examples of every intent, chosen by `seed`. */
export function readBanking77(each: number, seed: number): IntentSet | undefined {
  const folder = join(sharedFolder, 'data', 'intents', 'banking77')
  if (!existsSync(folder)) return undefined
  const random = createRandom(seed)
  const byIntent = Map.groupBy(readCsv(join(folder, 'train.csv')), ({ intent }) => intent)
  const train = [...byIntent.values()].flatMap((rows) =>
    rows
      .map((row) => ({ row, by: random() }))
      .sort((a, b) => a.by - b.by)
      .slice(0, each)
      .map(({ row }) => row),
  )
  return { train, test: readCsv(join(folder, 'test.csv')) }
}

const Pairs = z.array(z.tuple([z.string(), z.string()]))
const Clinc = z.object({ train: Pairs, oos_train: Pairs, test: Pairs, oos_test: Pairs })

/** CLINC150 as it is published: the whole training set with its hundred messages out of scope, and the whole test set. */
export function readClinc150(): IntentSet | undefined {
  const file = join(sharedFolder, 'data', 'intents', 'clinc150', 'data_full.json')
  if (!existsSync(file)) return undefined
  const sets = Clinc.parse(JSON.parse(readFileSync(file, 'utf8')))
  const toRows = (pairs: [string, string][]) =>
    pairs.map(([text, intent]) => ({ text, intent: intent === 'oos' ? outOfScope : intent }))
  return { train: toRows([...sets.train, ...sets.oos_train]), test: toRows([...sets.test, ...sets.oos_test]) }
}

/** The same numbers for the same seed, from 0 to 1. */
export function createRandom(seed: number): () => number {
  let state = seed * 7_919
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Rows of `text,category` with a heading; a text with a comma stands in quotes. */
function readCsv(file: string): LabelledIntent[] {
  const lines = readFileSync(file, 'utf8').split('\n').slice(1)
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const comma = line.lastIndexOf(',')
      const text = line.slice(0, comma).replace(/^"|"$/g, '').replace(/""/g, '"')
      return { text, intent: line.slice(comma + 1).trim() }
    })
}
