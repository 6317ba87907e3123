import { and, eq } from 'drizzle-orm'
import ipaddr from 'ipaddr.js'
import { Connection } from '../../schema/api/admin.ts'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Transaction } from '../db/database.ts'
import { connections } from '../db/tables.ts'
import type { Services } from '../services.ts'
import { credentialContext } from './find-connection.ts'
import { toConnection } from './list-connections.ts'

/** What an admin sets. `credential` left out keeps the one that is there, `null` forgets it. */
export type ConnectionChange = Omit<Connection, 'id' | 'hasCredential'> & {
  credential?: { header: string; value: string } | null | undefined
}

/**
 * Makes or changes a connection. A credential is sealed for this connection and this origin: another origin makes it
 * forgotten, so that nobody can have it sent elsewhere by changing an address.
 */
export async function saveConnection(
  services: Services,
  principal: Principal,
  id: string,
  change: ConnectionChange,
): Promise<Connection> {
  if (!Connection.shape.id.safeParse(id).success)
    throw new AppError('bad-request', 'A connection is named by small letters, digits and -.')
  for (const range of change.addresses)
    if (!ipaddr.isValidCIDR(range)) throw new AppError('bad-request', `"${range}" is not a range such as 10.0.0.0/8.`)
  const { forceId } = principal
  const own = and(eq(connections.forceId, forceId), eq(connections.id, id))
  return services.db.write(async (tx) => {
    const [before] = await tx.orm.select().from(connections).where(own)
    const kept = before?.origin === change.origin ? before.credential : null
    const given = change.credential
    const row = {
      forceId,
      id,
      name: change.name,
      origin: change.origin,
      addresses: JSON.stringify(change.addresses),
      idempotent: change.idempotent ? 1 : 0,
      credential:
        given === undefined
          ? kept
          : given === null
            ? null
            : services.vault.seal(JSON.stringify(given), credentialContext(forceId, id, change.origin)),
    }
    if (before) await tx.orm.update(connections).set(row).where(own)
    else await tx.orm.insert(connections).values(row)
    const saved = toConnection(row)
    await record(tx, services, principal, id, saved)
    return saved
  })
}

export async function removeConnection(services: Services, principal: Principal, id: string): Promise<void> {
  const own = and(eq(connections.forceId, principal.forceId), eq(connections.id, id))
  await services.db.write(async (tx) => {
    const [row] = await tx.orm.select({ id: connections.id }).from(connections).where(own)
    if (!row) throw new AppError('not-found', 'There is no such connection.')
    await tx.orm.delete(connections).where(own)
    await record(tx, services, principal, id, null)
  })
}

function record(
  tx: Transaction,
  services: Services,
  principal: Principal,
  id: string,
  saved: Connection | null,
): Promise<number> {
  return appendEntry(tx, {
    forceId: principal.forceId,
    at: services.clock.now(),
    actor: toActor(principal, 'admin'),
    operation: 'setting',
    objectType: 'connection',
    objectId: id,
    outcome: 'done',
    payload: saved,
  })
}
