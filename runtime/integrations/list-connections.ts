import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type Connection, ConnectionAction } from '../../schema/connection.ts'
import type { Reader } from '../db/database.ts'
import { connections } from '../db/tables/sites.ts'

const Lines = z.array(z.string())
const Actions = z.array(ConnectionAction)

/** The connections of a force. Of a credential only its being there is told. */
export async function listConnections(reader: Pick<Reader, 'orm'>, forceId: string): Promise<Connection[]> {
  const rows = await reader.orm
    .select()
    .from(connections)
    .where(eq(connections.forceId, forceId))
    .orderBy(connections.name)
  return rows.map(toConnection)
}

export function toConnection(row: typeof connections.$inferSelect): Connection {
  return {
    id: row.id,
    name: row.name,
    origin: row.origin,
    addresses: Lines.parse(JSON.parse(row.addresses)),
    paths: Lines.parse(JSON.parse(row.paths)),
    timeoutSeconds: row.timeoutSeconds,
    largestKb: row.largestKb,
    idempotent: row.idempotent === 1,
    actions: Actions.parse(JSON.parse(row.actions)),
    hasCredential: row.credential !== null,
  }
}
