import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Site } from '../../schema/api/admin.ts'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { Transaction } from '../db/database.ts'
import { flows } from '../db/tables/flows.ts'
import { sites } from '../db/tables/sites.ts'
import type { Services } from '../services.ts'
import { insertSite, toSite, toSiteValues } from './site-row.ts'

export async function listSites(services: Services, principal: Principal): Promise<Site[]> {
  const rows = await services.db.read.orm
    .select()
    .from(sites)
    .where(eq(sites.forceId, principal.forceId))
    .orderBy(sites.name)
  return rows.map(toSite)
}

export async function createSite(
  services: Services,
  principal: Principal,
  site: Omit<Site, 'id' | 'key'>,
): Promise<Site> {
  return services.db.write(async (tx) => {
    await requireOwnFlow(tx, principal, site.flow)
    const created = await insertSite(tx, principal.forceId, { ...site, key: newSiteKey() })
    await record(tx, services, principal, created)
    return created
  })
}

/** Changes a website. Its key stays: it stands in pages that the force may not be able to change. */
export async function saveSite(
  services: Services,
  principal: Principal,
  id: string,
  site: Omit<Site, 'id' | 'key'>,
): Promise<Site> {
  const own = and(eq(sites.id, id), eq(sites.forceId, principal.forceId))
  const saved = await services.db.write(async (tx) => {
    const [row] = await tx.orm.select().from(sites).where(own)
    if (!row) throw new AppError('not-found', 'There is no such website.')
    await requireOwnFlow(tx, principal, site.flow)
    await tx.orm.update(sites).set(toSiteValues(site)).where(own)
    const changed = { ...site, id, key: row.key }
    await record(tx, services, principal, changed)
    return changed
  })
  services.bus.publish(`settings:${principal.forceId}`)
  return saved
}

/** The public name of a site. */
export function newSiteKey(): string {
  return randomBytes(8).toString('hex')
}

async function requireOwnFlow(tx: Transaction, principal: Principal, id: string | null): Promise<void> {
  if (id === null) return
  const [flow] = await tx.orm
    .select({ id: flows.id })
    .from(flows)
    .where(and(eq(flows.id, id), eq(flows.forceId, principal.forceId), isNull(flows.removedAt)))
  if (!flow) throw new AppError('not-found', 'There is no such flow.')
}

function record(tx: Transaction, services: Services, principal: Principal, site: Site): Promise<number> {
  return appendEntry(tx, {
    forceId: principal.forceId,
    at: services.clock.now(),
    actor: toActor(principal, 'admin'),
    operation: 'setting',
    objectType: 'site',
    objectId: site.id,
    outcome: 'done',
    payload: site,
  })
}
