import type { Effect } from '../../nodes/kit/step.ts'
import type { Database } from '../db/database.ts'
import type { Performed } from '../effects/perform-effect.ts'
import { findAnswer, type Passage, toPassages } from './find-answer.ts'

interface DocumentRow {
  id: string
  version: number
  title: string
  text: string
  collection: string
}

/** Answers from the force's documents. Documents change seldom: their passages are kept until one does. */
export function createAnswerer(db: Database) {
  const kept = new Map<string, { stamp: string; passages: (Passage & { collection: string })[] }>()
  return async (effect: Extract<Effect, { kind: 'answer' }>, forceId: string): Promise<Performed> => {
    const passages = await passagesOf(forceId)
    const within =
      effect.collections.length === 0
        ? passages
        : passages.filter(({ collection }) => effect.collections.includes(collection))
    const found = findAnswer(effect.question, within)
    return { result: { ok: true, output: found ?? { answer: null } } }
  }

  async function passagesOf(forceId: string) {
    const [stamp] = await db.read.all<{ count: number; latest: number | null }>(
      'SELECT count(*) AS count, max(at) AS latest FROM documents WHERE force_id = ?',
      [forceId],
    )
    const name = `${stamp?.count}/${stamp?.latest}`
    const known = kept.get(forceId)
    if (known?.stamp === name) return known.passages
    const rows = await db.read.all<DocumentRow>(
      'SELECT id, version, title, text, collection FROM documents WHERE force_id = ? ORDER BY id',
      [forceId],
    )
    const passages = rows.flatMap((row) =>
      toPassages(row).map((passage) => ({ ...passage, collection: row.collection })),
    )
    kept.set(forceId, { stamp: name, passages })
    return passages
  }
}
