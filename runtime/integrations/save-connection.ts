import { and, eq } from 'drizzle-orm'
import ipaddr from 'ipaddr.js'
import type { z } from 'zod'
import { AppError } from '../../schema/app-error.ts'
import { Connection, ConnectionChange } from '../../schema/connection.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Transaction } from '../db/database.ts'
import { connections } from '../db/tables/sites.ts'
import type { Services } from '../services.ts'
import { allowsCall } from './allows-call.ts'
import { credentialContext } from './find-connection.ts'
import { toConnection } from './list-connections.ts'

/**
 * Makes or changes a connection. A credential is sealed for this connection and this origin: another origin makes it
 * forgotten, so that nobody can have it sent elsewhere by changing an address.
 */
export async function saveConnection(
  services: Services,
  principal: Principal,
  id: string,
  given: z.input<typeof ConnectionChange>,
): Promise<Connection> {
  if (!Connection.shape.id.safeParse(id).success)
    throw new AppError('bad-request', 'A connection is named by small letters, digits and -.')
  const change = ConnectionChange.parse(given)
  requireSense(change)
  for (const range of change.addresses)
    if (!ipaddr.isValidCIDR(range)) throw new AppError('bad-request', `"${range}" is not a range such as 10.0.0.0/8.`)
  const { forceId } = principal
  const own = and(eq(connections.forceId, forceId), eq(connections.id, id))
  return services.db.write(async (tx) => {
    const [before] = await tx.orm.select().from(connections).where(own)
    const kept = before?.origin === change.origin ? before.credential : null
    const { credential } = change
    const row = {
      forceId,
      id,
      name: change.name,
      origin: change.origin,
      addresses: JSON.stringify(change.addresses),
      paths: JSON.stringify(change.paths),
      timeoutSeconds: change.timeoutSeconds,
      largestKb: change.largestKb,
      idempotent: change.idempotent ? 1 : 0,
      actions: JSON.stringify(change.actions),
      credential:
        credential === undefined
          ? kept
          : credential === null
            ? null
            : services.vault.seal(JSON.stringify(credential), credentialContext(forceId, id, change.origin)),
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

/** Actions that could never be sent are not kept: each place in a path has its value, and each path is allowed. */
function requireSense({ actions, paths }: z.output<typeof ConnectionChange>): void {
  if (new Set(actions.map(({ id }) => id)).size < actions.length)
    throw new AppError('bad-request', 'Two actions have the same id.')
  for (const { name, method, path, fields } of actions) {
    const asked = path.split('/').flatMap((segment) => (segment.startsWith('{') ? [segment.slice(1, -1)] : []))
    const given = fields.filter(({ place }) => place === 'path').map(({ to }) => to)
    if (asked.toSorted().join() !== given.toSorted().join())
      throw new AppError('bad-request', `“${name}” needs one value for each name in its path, and no other.`)
    if (!allowsCall(paths, method, path.split('/')))
      throw new AppError('bad-request', `“${name}” calls what this connection does not allow.`)
  }
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
