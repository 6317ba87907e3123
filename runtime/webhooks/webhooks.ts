import { and, desc, eq } from 'drizzle-orm'
import ipaddr from 'ipaddr.js'
import { type Webhook, type WebhookChange, type WebhookDelivery, WebhookKind } from '../../schema/api/webhooks.ts'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Reader, Transaction } from '../db/database.ts'
import { webhookDeliveries, webhooks } from '../db/tables/messages.ts'
import { newId } from '../ids.ts'
import type { Services } from '../services.ts'
import { newSecret } from './sign.ts'

type Row = typeof webhooks.$inferSelect
const most = 20
const shown = 100

/** What a sealed secret is bound to. */
export function secretContext(forceId: string, id: string): string {
  return `webhook|${forceId}|${id}`
}

export async function listWebhooks(reader: Reader, { forceId }: Principal): Promise<Webhook[]> {
  const rows = await reader.orm.select().from(webhooks).where(eq(webhooks.forceId, forceId)).orderBy(webhooks.name)
  return Promise.all(rows.map((row) => toWebhook(reader, row)))
}

/** Makes a webhook. Its secret is given back once; after that it is only used. */
export async function createWebhook(services: Services, principal: Principal, change: WebhookChange) {
  requireRanges(change)
  const id = newId('whk')
  const secret = newSecret()
  const { forceId } = principal
  return services.db.write(async (tx) => {
    const there = await tx.orm.select({ id: webhooks.id }).from(webhooks).where(eq(webhooks.forceId, forceId))
    if (there.length >= most) throw new AppError('conflict', `There can be ${most} webhooks. Remove one first.`)
    const row: Row = {
      id,
      forceId,
      ...toColumns(change),
      secret: services.vault.seal(secret, secretContext(forceId, id)),
      pausedBecause: null,
      failingSince: null,
    }
    await tx.orm.insert(webhooks).values(row)
    await record(tx, services, principal, id, 'made', change)
    return { webhook: await toWebhook(tx, row), secret }
  })
}

/** Changes a webhook. To start it again forgets that it failed and sends at once what waits; to turn it off drops that. */
export async function saveWebhook(
  services: Services,
  principal: Principal,
  id: string,
  change: WebhookChange,
): Promise<Webhook> {
  requireRanges(change)
  return services.db.write(async (tx) => {
    const before = await getWebhook(tx, principal, id)
    const columns = { ...toColumns(change), pausedBecause: null, failingSince: null }
    await tx.orm.update(webhooks).set(columns).where(eq(webhooks.id, id))
    const waiting = and(eq(webhookDeliveries.webhookId, id), eq(webhookDeliveries.status, 'waiting'))
    if (!change.active) await tx.orm.delete(webhookDeliveries).where(waiting)
    else if (before.state === 'paused')
      await tx.orm.update(webhookDeliveries).set({ dueAt: services.clock.now(), attempts: 0 }).where(waiting)
    await record(tx, services, principal, id, 'changed', change)
    return toWebhook(tx, { ...before, ...columns })
  })
}

export async function removeWebhook(services: Services, principal: Principal, id: string): Promise<void> {
  await services.db.write(async (tx) => {
    await getWebhook(tx, principal, id)
    await tx.orm.delete(webhookDeliveries).where(eq(webhookDeliveries.webhookId, id))
    await tx.orm.delete(webhooks).where(eq(webhooks.id, id))
    await record(tx, services, principal, id, 'removed')
  })
}

export async function renewSecret(services: Services, principal: Principal, id: string): Promise<{ secret: string }> {
  const secret = newSecret()
  const sealed = services.vault.seal(secret, secretContext(principal.forceId, id))
  await services.db.write(async (tx) => {
    await getWebhook(tx, principal, id)
    await tx.orm.update(webhooks).set({ secret: sealed }).where(eq(webhooks.id, id))
    await record(tx, services, principal, id, 'new secret')
  })
  return { secret }
}

/** The webhook of the caller's force; missing where it is another's. */
export async function getWebhook(reader: Pick<Reader, 'orm'>, { forceId }: Principal, id: string): Promise<Row> {
  const own = and(eq(webhooks.id, id), eq(webhooks.forceId, forceId))
  const [row] = await reader.orm.select().from(webhooks).where(own)
  if (!row) throw new AppError('not-found', 'There is no such webhook.')
  return row
}

/** Its messages, newest first. */
export async function listDeliveries(reader: Reader, principal: Principal, id: string): Promise<WebhookDelivery[]> {
  await getWebhook(reader, principal, id)
  const rows = await reader.orm
    .select()
    .from(webhookDeliveries)
    .where(eq(webhookDeliveries.webhookId, id))
    .orderBy(desc(webhookDeliveries.at))
    .limit(shown)
  return rows.map(toDelivery)
}

export function toDelivery(row: typeof webhookDeliveries.$inferSelect): WebhookDelivery {
  const { id, kind, status, at, attempts, answer, problem, dueAt } = row
  return {
    id,
    kind,
    status,
    at: new Date(at).toISOString(),
    attempts,
    answer,
    problem,
    nextAt: status === 'waiting' ? new Date(dueAt).toISOString() : null,
  }
}

async function toWebhook(reader: Pick<Reader, 'all'>, row: Row): Promise<Webhook> {
  const [count] = await reader.all<{ n: number }>(
    `SELECT COUNT(*) AS n FROM webhook_deliveries WHERE webhook_id = ? AND status = 'waiting'`,
    [row.id],
  )
  return {
    id: row.id,
    name: row.name,
    address: row.address,
    addresses: JSON.parse(row.addresses) as string[],
    kinds: WebhookKind.array().parse(JSON.parse(row.kinds)),
    state: row.state,
    pausedBecause: row.pausedBecause,
    failingSince: row.failingSince === null ? null : new Date(row.failingSince).toISOString(),
    waiting: Number(count?.n ?? 0),
  }
}

function toColumns({ name, address, addresses, kinds, active }: WebhookChange) {
  return {
    name,
    address,
    addresses: JSON.stringify(addresses),
    kinds: JSON.stringify(kinds),
    state: active ? ('active' as const) : ('off' as const),
  }
}

function requireRanges({ addresses }: WebhookChange): void {
  for (const range of addresses)
    if (!ipaddr.isValidCIDR(range)) throw new AppError('bad-request', `"${range}" is not a range such as 10.0.0.0/8.`)
}

function record(
  tx: Transaction,
  services: Services,
  principal: Principal,
  id: string,
  does: string,
  change?: WebhookChange,
) {
  return appendEntry(tx, {
    forceId: principal.forceId,
    at: services.clock.now(),
    actor: toActor(principal, 'admin'),
    operation: 'setting',
    objectType: 'webhook',
    objectId: id,
    outcome: 'done',
    payload: { does, ...change },
  })
}
