import type { ThriveRecord, ToldFact } from '../../schema/api/thrive.ts'
import { ThriveJudgement } from '../../schema/thrive.ts'
import type { Reader } from '../db/database.ts'
import { isoTime } from '../flows/flow-row.ts'
import { toldByFlow } from '../reports/keep-report.ts'

interface RecordRow {
  id: string
  grade: string
  record: string
  reason: string | null
  signed_by: string
  signer: string | null
  signed_at: number
  status: ThriveRecord['status']
  second_by: string | null
  second: string | null
  review_at: number | null
}

const selectRecords = `SELECT r.id, r.grade, r.record, r.reason, r.signed_by, u.name AS signer, r.signed_at, r.status,
    r.second_by, s.name AS second, r.review_at
  FROM thrive_records r LEFT JOIN users u ON u.id = r.signed_by LEFT JOIN users s ON s.id = r.second_by`

/** The records of a contact, newest first. */
export async function readRecords(reader: Pick<Reader, 'all'>, contactId: string): Promise<ThriveRecord[]> {
  const rows = await reader.all<RecordRow>(`${selectRecords} WHERE r.contact_id = ? ORDER BY r.n DESC`, [contactId])
  return rows.map(toRecord)
}

function toRecord(row: RecordRow): ThriveRecord {
  return {
    ...ThriveJudgement.parse({ ...JSON.parse(row.record), grade: row.grade }),
    id: row.id,
    signedBy: { id: row.signed_by, name: row.signer ?? 'Somebody' },
    signedAt: isoTime(row.signed_at),
    reason: row.reason,
    status: row.status,
    second: row.second_by === null ? null : { id: row.second_by, name: row.second ?? 'Somebody' },
    reviewAt: row.review_at === null ? null : isoTime(row.review_at),
  }
}

/** What the visitor was told, in its order. */
export async function readTold(reader: Pick<Reader, 'all'>, contactId: string): Promise<ToldFact[]> {
  const rows = await reader.all<{
    id: string
    kind: ToldFact['kind']
    words: string
    due_at: number | null
    reference: string | null
    of: string | null
    by: string
    name: string | null
    at: number
  }>(
    `SELECT t.id, t.kind, t.words, t.due_at, t.reference, t."of", t."by", u.name, t.at
     FROM told_facts t LEFT JOIN users u ON u.id = t."by" WHERE t.contact_id = ? ORDER BY t.n`,
    [contactId],
  )
  return rows.map(({ due_at, by, name, at, ...fact }) => ({
    ...fact,
    dueAt: due_at === null ? null : isoTime(due_at),
    by: { id: by, name: by === toldByFlow ? 'The flow' : (name ?? 'Somebody') },
    at: isoTime(at),
  }))
}
