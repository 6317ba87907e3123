import { eq } from 'drizzle-orm'
import type { WidgetSettings } from '../../schema/api/widget.ts'
import { loadFlow } from '../contact/load-flow.ts'
import { forces } from '../db/tables/accounts.ts'
import { flows } from '../db/tables/flows.ts'
import type { Services } from '../services.ts'
import { type SiteRow, toSite } from './site-row.ts'

/** What a site's widget needs to draw itself. Nothing of it is secret: anybody who has the key can ask. */
export async function widgetSettings(services: Services, row: SiteRow): Promise<WidgetSettings> {
  const { orm } = services.db.read
  const site = toSite(row)
  const [force] = await orm.select({ name: forces.name }).from(forces).where(eq(forces.id, row.forceId))
  return {
    force: force?.name ?? '',
    locales: await localesOf(services, row.flowId),
    ...(site.brand ? { brand: site.brand } : {}),
    exitUrl: site.exitUrl,
    escape: site.escape,
    origins: site.origins,
    nonEmergency: '101',
  }
}

async function localesOf(services: Services, flowId: string | null): Promise<string[]> {
  if (flowId === null) return ['en-GB']
  const { read } = services.db
  const [row] = await read.orm.select({ live: flows.liveVersion }).from(flows).where(eq(flows.id, flowId))
  if (row?.live == null) return ['en-GB']
  return (await loadFlow(read, services.flows, services.types, flowId, row.live)).flow.locales
}
