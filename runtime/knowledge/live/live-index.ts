import type { Clock } from '../../clock.ts'
import { localTime } from '../../contact/node-context.ts'
import type { Database } from '../../db/database.ts'
import { runInSteps } from '../../run-to-end.ts'
import { passagesOf } from '../documents/document-content.ts'
import { readRevision } from '../documents/knowledge-revision.ts'
import { vectorsOf } from '../documents/version-vectors.ts'
import { loadWords } from '../meaning/embed-passages.ts'
import type { Embedder } from '../meaning/embedder.ts'
import { createPassageIndex, type Passage, type PassageIndex } from '../search/passage-index.ts'

interface Row {
  id: string
  collection: string
  title: string
  version: number
  live_version: number | null
  last_day: string | null
}

/** A version that can be searched. */
interface Held {
  stamp: string
  collection: string
  isLive: boolean
  lastDay: string | null
}

export interface OpenIndex {
  index: PassageIndex
  embedder: Embedder | undefined
  /** Whether a passage may be used: its version is the approved one and not expired, or waits to be, where that is asked for. */
  isUsable(passage: Passage, alsoWaiting?: boolean): boolean
  /** Documents that answer today. */
  answering(): number
}

interface Kept extends OpenIndex {
  revision: number
  held: Map<string, Held>
}

/** Above this share of passages that are gone the index is made anew. */
const mostGone = 0.5

/**
 * The passages of each force in memory, brought up to date before they are used: what was taken away is gone with the next
 * question, what was approved is there. Only versions that changed are read again, so a change costs no downtime.
 */
export function createLiveIndexes(
  { db, clock }: { db: Database; clock: Clock },
  zoneOf: (forceId: string) => string,
  embedderOf: (forceId: string) => Promise<Embedder | undefined>,
  /** Told of a version whose text cannot be read back: it answers nothing, and keeps no other from answering. */
  onBroken: (row: { id: string; version: number }, error: unknown) => void = () => {},
) {
  const kept = new Map<string, Promise<Kept>>()
  /** The model whose vectors are being made, or were, for each force. */
  const prepared = new Map<string, { embedder: Embedder; ready: boolean }>()

  return {
    open,
    /** Brings what is held up to date, for nobody in particular. */
    async refresh(): Promise<void> {
      for (const forceId of kept.keys()) await open(forceId)
    },
  }

  async function open(forceId: string): Promise<OpenIndex> {
    const before = kept.get(forceId)
    const next = (before ?? Promise.resolve(undefined)).catch(() => undefined).then((known) => refresh(forceId, known))
    kept.set(forceId, next)
    return next
  }

  async function refresh(forceId: string, known: Kept | undefined): Promise<Kept> {
    const embedder = chooseEmbedder(forceId, await embedderOf(forceId), known)
    const revision = await readRevision(db.read, forceId)
    if (known?.revision === revision && known.embedder === embedder) return known
    const rows = await readRows(forceId)
    const size = known?.index.words.size() ?? { numbered: 0, gone: 0 }
    const anew = !known || known.embedder !== embedder || size.gone > size.numbered * mostGone
    const index = anew ? createPassageIndex(embedder?.dimensions ?? 0) : known.index
    const before = anew ? new Map<string, Held>() : known.held
    const held = new Map<string, Held>()
    for (const row of rows)
      held.set(keyOf(row.id, row.version), {
        stamp: `${row.collection}|${row.title}`,
        collection: row.collection,
        isLive: row.version === row.live_version,
        lastDay: row.last_day,
      })
    for (const [key, { stamp }] of before) if (held.get(key)?.stamp !== stamp) index.remove(key)
    for (const row of rows) {
      const key = keyOf(row.id, row.version)
      if (before.get(key)?.stamp !== held.get(key)?.stamp) await take(index, key, row, embedder)
    }
    const today = () => localTime(clock.now(), zoneOf(forceId)).slice(0, 10)
    const lasts = ({ lastDay }: Held) => lastDay === null || lastDay >= today()
    return {
      revision,
      held,
      index,
      embedder,
      isUsable({ document, version }, alsoWaiting = false) {
        const one = held.get(keyOf(document, version))
        return one !== undefined && lasts(one) && (one.isLive || alsoWaiting)
      },
      answering: () => [...held.values()].filter((one) => one.isLive && lasts(one)).length,
    }
  }

  /** Another model answers when its vectors are there; until then the one before it does. */
  function chooseEmbedder(forceId: string, wanted: Embedder | undefined, known: Kept | undefined) {
    if (!known || !wanted || known.embedder === wanted) return wanted
    const preparing = prepared.get(forceId)
    if (preparing?.embedder === wanted) return preparing.ready ? wanted : known.embedder
    const next = { embedder: wanted, ready: false }
    prepared.set(forceId, next)
    void prepare(forceId, wanted)
      // What is missing is made when it is needed.
      .catch(() => {})
      .finally(() => {
        next.ready = true
      })
    return known.embedder
  }

  async function prepare(forceId: string, embedder: Embedder): Promise<void> {
    for (const row of await readRows(forceId)) {
      const passages = await readPassages(row)
      await loadWords(passages, embedder)
      await vectorsOf(db, { document: row.id, version: row.version }, passages, embedder)
    }
  }

  function readRows(forceId: string): Promise<Row[]> {
    return db.read.all<Row>(
      `SELECT d.id, d.collection, d.title, v.version, d.live_version, d.last_day
       FROM documents d JOIN document_versions v ON v.document_id = d.id
       WHERE d.force_id = ? AND (v.version = d.live_version OR (v.version = d.version AND v.status = 'ready'))`,
      [forceId],
    )
  }

  async function readPassages(row: Row): Promise<Passage[]> {
    const [text] = await db.read.all<{ content: string | null }>(
      'SELECT content FROM document_versions WHERE document_id = ? AND version = ?',
      [row.id, row.version],
    )
    try {
      return passagesOf({ ...row, content: text?.content ?? null })
    } catch (error) {
      onBroken(row, error)
      return []
    }
  }

  async function take(index: PassageIndex, key: string, row: Row, embedder: Embedder | undefined): Promise<void> {
    const passages = await readPassages(row)
    if (embedder) await loadWords(passages, embedder)
    const vectors = embedder ? await vectorsOf(db, { document: row.id, version: row.version }, passages, embedder) : []
    await runInSteps(index.addInSteps(key, passages, vectors, embedder?.words?.ready))
  }
}

function keyOf(document: string, version: number): string {
  return `${document}@${version}`
}
