import { z } from 'zod'
import { Site } from '../../schema/api/admin.ts'
import type { Reader, Transaction } from '../db/database.ts'
import { sites } from '../db/tables/sites.ts'
import { newId } from '../ids.ts'

const Settings = Site.pick({ origins: true, exitUrl: true, escape: true, brand: true })
export type SiteRow = typeof sites.$inferSelect

/** A site as the API shows it. */
export function toSite(row: SiteRow): Site {
  return { id: row.id, key: row.key, name: row.name, flow: row.flowId, ...Settings.parse(JSON.parse(row.settings)) }
}

/** What is written for a site. */
export function toSiteValues(site: Omit<Site, 'id' | 'key'>) {
  const { name, flow, ...settings } = site
  return { name, flowId: flow, settings: JSON.stringify(z.object(Settings.shape).parse(settings)) }
}

export async function insertSite(tx: Transaction, forceId: string, site: Omit<Site, 'id'>): Promise<Site> {
  const { key, ...rest } = site
  const id = newId('sit')
  await tx.orm.insert(sites).values({ id, forceId, key, ...toSiteValues(rest) })
  return { id, ...site }
}

/** The site of a widget's key. Keys are public: they stand in the pages that embed the widget. */
export async function findSiteByKey(reader: Pick<Reader, 'all'>, key: string): Promise<SiteRow | undefined> {
  if (!/^[0-9a-f]{1,64}$/.test(key)) return undefined
  const [row] = await reader.all<SiteRow>(
    'SELECT id, force_id AS "forceId", key, name, flow_id AS "flowId", settings FROM sites WHERE key = ?',
    [key],
  )
  return row
}
