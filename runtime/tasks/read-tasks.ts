import type { OpenTask, Task } from '../../schema/api/tasks.ts'
import type { Principal } from '../accounts/principal.ts'
import type { Param, Reader } from '../db/database.ts'
import { isoTime } from '../flows/flow-row.ts'
import { seenBy } from '../inbox/rights.ts'

interface Row {
  id: string
  text: string
  at: number
  contact_id: string
  number: number
  visitor_name: string | null
  connection: string | null
  system: string | null
}

/** Tasks that nobody has settled, of one contact. */
export async function readTasks(reader: Pick<Reader, 'all'>, forceId: string, contactId: string): Promise<Task[]> {
  const rows = await select(reader, 't.force_id = ? AND t.contact_id = ?', [forceId, contactId])
  return rows.map(toTask)
}

/** Tasks that nobody has settled, of contacts that the person may see. */
export async function readOpenTasks(reader: Pick<Reader, 'all'>, principal: Principal): Promise<OpenTask[]> {
  const seen = seenBy(principal)
  const rows = await select(reader, `t.force_id = ? AND ${seen.sql}`, [principal.forceId, ...seen.params])
  return rows.map((row) => ({
    ...toTask(row),
    contact: row.contact_id,
    number: row.number,
    name: row.visitor_name,
  }))
}

function select(reader: Pick<Reader, 'all'>, where: string, params: readonly Param[]): Promise<Row[]> {
  return reader.all<Row>(
    `SELECT t.id, t.text, t.at, t.contact_id, c.number, c.visitor_name, t.connection, k.name AS system
     FROM tasks t JOIN contacts c ON c.id = t.contact_id
     LEFT JOIN connections k ON k.force_id = t.force_id AND k.id = t.connection
     WHERE t.done_at IS NULL AND ${where} ORDER BY t.at, t.id LIMIT 500`,
    [...params],
  )
}

/** A connection that was removed since is told by its id: somebody will know it. */
function toTask({ id, text, at, system, connection }: Row): Task {
  return { id, text, at: isoTime(at), system: system ?? connection }
}
