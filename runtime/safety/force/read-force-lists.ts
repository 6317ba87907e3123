import type { Reader } from '../../db/database.ts'
import type { ForceLists } from './detector-for-force.ts'

/** A phrase of a force as it is stored. */
export interface PhraseRow {
  id: string
  force_id: string
  kind: 'emergency' | 'safeguarding' | 'exception'
  phrase: string
  category: string
  locale: string
  reason: string
  added_at: number
  added_by: string
  removed_at: number | null
  removed_by: string | null
  removed_reason: string | null
}

/** A phrase that counts, or would count. */
export type Phrase = Pick<PhraseRow, 'id' | 'kind' | 'phrase' | 'category' | 'reason'>

/** The phrases of every force that count now, or of one. */
export function readPhrases(reader: Pick<Reader, 'all'>, forceId?: string): Promise<PhraseRow[]> {
  return reader.all<PhraseRow>(
    `SELECT * FROM safety_phrases WHERE removed_at IS NULL ${forceId === undefined ? '' : 'AND force_id = ?'} ORDER BY added_at, id`,
    forceId === undefined ? [] : [forceId],
  )
}

/** Phrases as the detector takes them. */
export function toForceLists(phrases: readonly Phrase[]): ForceLists {
  return {
    words: phrases.flatMap(({ id, kind, phrase, category }) =>
      kind === 'exception'
        ? []
        : [{ id, phrase, verdict: kind, category, explanation: `The force’s own words: ${phrase}` }],
    ),
    exceptions: phrases.filter(({ kind }) => kind === 'exception').map(({ id, phrase }) => ({ id, phrase })),
  }
}
