import { z } from 'zod'
import { EarlierMessage, Verdict } from '../../../schema/assessment.ts'
import { hasRole, type Principal } from '../../accounts/principal.ts'
import type { Reader } from '../../db/database.ts'
import { seenBy } from '../../inbox/rights.ts'
import type { LabelledMessage } from '../labelled/labelled-message.ts'

interface ExampleRow {
  id: string
  force_id: string
  text: string
  context: string
  label: string
  category: string
}

const prefix = 'lbl_'

/** The force's own labelled messages, as the labelled set has them. They are counted among the hard ones. */
export async function readExamples(reader: Pick<Reader, 'all'>, forceId: string): Promise<LabelledMessage[]> {
  const rows = await reader.all<ExampleRow>(`${selectExamples} WHERE force_id = ? ORDER BY marked_at, id`, [forceId])
  return rows.map(toLabelled)
}

/** Those of every force, by force. */
export async function readAllExamples(reader: Pick<Reader, 'all'>): Promise<Map<string, LabelledMessage[]>> {
  const rows = await reader.all<ExampleRow>(`${selectExamples} ORDER BY marked_at, id`)
  return new Map([...Map.groupBy(rows, (row) => row.force_id)].map(([id, own]) => [id, own.map(toLabelled)]))
}

const selectExamples = 'SELECT id, force_id, text, context, label, category FROM safety_examples'

function toLabelled({ id, text, context, label, category }: ExampleRow): LabelledMessage {
  return {
    id,
    text,
    context: z.array(EarlierMessage).parse(JSON.parse(context)),
    label: Verdict.parse(label),
    category,
    difficulty: 'hard',
  }
}

/** How many there are. */
export async function countExamples(reader: Pick<Reader, 'all'>, forceId: string): Promise<number> {
  const [row] = await reader.all<{ count: number }>(
    'SELECT count(*) AS count FROM safety_examples WHERE force_id = ?',
    [forceId],
  )
  return row?.count ?? 0
}

/** Ids of the examples whose words the person may read: those of contacts that they may see. */
export async function seenExamples(reader: Pick<Reader, 'all'>, principal: Principal): Promise<Set<string>> {
  if (!hasRole(principal, ['operator', 'supervisor'])) return new Set()
  const seen = seenBy(principal)
  const rows = await reader.all<{ id: string }>(
    `SELECT e.id FROM safety_examples e JOIN contacts c ON c.id = e.contact_id WHERE e.force_id = ? AND ${seen.sql}`,
    [principal.forceId, ...seen.params],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Whether a labelled message is one of a force's own: a visitor wrote it. */
export function isOwn(id: string): boolean {
  return id.startsWith(prefix)
}
