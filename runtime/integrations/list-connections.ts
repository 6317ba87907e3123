import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Connection } from '../../schema/api/admin.ts'
import type { Reader } from '../db/database.ts'
import { connections } from '../db/tables.ts'

const Addresses = z.array(z.string())

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
    addresses: Addresses.parse(JSON.parse(row.addresses)),
    idempotent: row.idempotent === 1,
    hasCredential: row.credential !== null,
  }
}
