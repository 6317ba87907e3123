import type { Database } from '../../db/database.ts'
import { assembleDetector } from '../assemble-detector.ts'
import type { Detector } from '../detector.ts'
import type { LabelledMessage } from '../labelled/labelled-message.ts'
import { type Nearest, withNearest } from '../nearest/open-nearest.ts'
import { detectorForForce, type ForceLists } from './detector-for-force.ts'
import { readAllExamples } from './examples.ts'
import { readPhrases, toForceLists } from './read-force-lists.ts'

/** The learned layer that a force trained on its own examples. */
interface ModelRow {
  force_id: string
  version: number
  base: string
}

/** One detector for each force, in memory; the tables are what they are made from. */
export interface ForceDetectors {
  of(forceId: string): Detector
  /** Words and learned layer as they are built in: what a force's own training is trained beside. */
  builtIn: Detector
  /** The force's detector as it would be with other lists: its own learned layer and its marks count as they do now. */
  withLists(forceId: string, lists: ForceLists): Detector
  /** The weights of the force's own learned layer, where it has one that is in use. */
  weightsOf(forceId: string): string | undefined
  /** What is not well, for one force or for all of them. */
  faults(forceId?: string): { part: string; message: string }[]
  /** Reads every list and model anew. Asked again while it reads, it reads once more. */
  reload(): Promise<void>
  /** Reads them if another process changed any. */
  reloadIfChanged(): Promise<void>
}

/**
 * Opens the detectors of all forces over `builtIn`, with the layer of nearest examples where there is a model for it. When
 * a list or a model cannot be read, what was there before goes on and the fault is shown; a force of which nothing is
 * known has the built-in detector.
 */
export async function openForceDetectors(db: Database, builtIn: Detector, nearest?: Nearest): Promise<ForceDetectors> {
  const usual = withNearest(builtIn, nearest)
  let marks = new Map<string, LabelledMessage[]>()
  let detectors = new Map<string, Detector>()
  let faults = new Map<string, { part: string; message: string }>()
  const models = new Map<string, { version: number; base: Detector; weights: string }>()
  let stamp = ''
  let reading: Promise<void> = Promise.resolve()

  const store: ForceDetectors = {
    builtIn,
    of: (forceId) => detectors.get(forceId) ?? usual,
    withLists: (forceId, lists) =>
      withNearest(detectorForForce(models.get(forceId)?.base ?? builtIn, lists), nearest, marks.get(forceId)),
    weightsOf: (forceId) => models.get(forceId)?.weights,
    faults: (forceId) =>
      [
        ...failuresOf([usual]),
        ...failuresOf(forceId === undefined ? [...detectors.values()] : [store.of(forceId)]),
        ...[...faults].flatMap(([of, fault]) => (forceId === undefined || of === forceId || of === '' ? [fault] : [])),
      ].filter((fault, at, all) => all.findIndex(({ part }) => part === fault.part) === at),
    reload() {
      reading = reading.then(read, read)
      return reading
    },
    async reloadIfChanged() {
      if ((await readStamp()) !== stamp) await store.reload()
    },
  }
  await store.reload()
  return store

  async function read(): Promise<void> {
    const found = new Map<string, { part: string; message: string }>()
    try {
      const seen = await readStamp()
      await readModels(found)
      const phrases = await readPhrases(db.read)
      if (nearest !== undefined) marks = await readAllExamples(db.read)
      const forces = new Set([...phrases.map((row) => row.force_id), ...models.keys(), ...marks.keys()])
      detectors = new Map(
        [...forces].map((id) => {
          const own = phrases.filter((row) => row.force_id === id)
          return [id, store.withLists(id, toForceLists(own))]
        }),
      )
      stamp = seen
    } catch (error) {
      found.set('', { part: 'safety: lists', message: `The forces’ own lists could not be read: ${wordsOf(error)}` })
    }
    faults = found
  }

  async function readModels(found: Map<string, { part: string; message: string }>): Promise<void> {
    const rows = await db.read.all<ModelRow>('SELECT force_id, version, base FROM safety_models WHERE active = 1')
    for (const id of models.keys()) if (!rows.some((row) => row.force_id === id)) models.delete(id)
    for (const { force_id, version, base } of rows) {
      if (base !== builtIn.version) {
        models.delete(force_id)
        found.set(force_id, {
          part: 'safety: own training',
          message: 'Signpost was updated since the force’s own training: the built-in layer is used. Train again.',
        })
      } else if (models.get(force_id)?.version !== version) {
        const opened = openModel(await readWeights(force_id, version))
        if (opened) models.set(force_id, { version, ...opened })
        else {
          models.delete(force_id)
          found.set(force_id, {
            part: 'safety: own training',
            message: `Version ${version} of the force’s own training can’t be read: the built-in layer is used.`,
          })
        }
      }
    }
  }

  async function readWeights(forceId: string, version: number): Promise<string> {
    const [row] = await db.read.all<{ weights: string | null }>(
      'SELECT weights FROM safety_models WHERE force_id = ? AND version = ?',
      [forceId, version],
    )
    return row?.weights ?? ''
  }

  async function readStamp(): Promise<string> {
    const rows = await db.read.all<{ force_id: string; value: number }>(
      `SELECT force_id, value FROM counters WHERE name = 'safety' ORDER BY force_id`,
    )
    return rows.map((row) => `${row.force_id}=${row.value}`).join(' ')
  }
}

/** The detector with these weights; undefined where they cannot be read: then the built-in ones are better than none. */
function openModel(weights: string): { base: Detector; weights: string } | undefined {
  const base = assembleDetector({ readWeights: () => weights })
  return base.state().some(({ state }) => state === 'failed') ? undefined : { base, weights }
}

function failuresOf(detectors: readonly Detector[]): { part: string; message: string }[] {
  return detectors.flatMap((detector) =>
    detector.state().flatMap(({ name, failure }) => (failure ? [{ part: `safety: ${name}`, message: failure }] : [])),
  )
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
