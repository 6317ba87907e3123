import type { Context } from 'hono'
import { type StartedContact, widgetRoutes } from '../../schema/api/widget.ts'
import { AppError } from '../../schema/app-error.ts'
import { textsOf } from '../../schema/input.ts'
import type { Cause } from '../contact/cause.ts'
import { startContact } from '../contact/start-contact.ts'
import { readEvents, takeTurn } from '../contact/take-turn.ts'
import { keepFile } from '../files/keep-file.ts'
import { noteRead } from '../inbox/read-marks.ts'
import type { Services } from '../services.ts'
import { findSiteByKey, type SiteRow, toSite } from '../sites/site-row.ts'
import { widgetSettings } from '../sites/widget-settings.ts'
import type { VisitorContact } from './admit.ts'
import { streamContact } from './contact-stream.ts'
import { headerOf } from './header-of.ts'
import { mount } from './mount.ts'
import { isOwnOrigin } from './own-origin.ts'
import { readBytes } from './read-body.ts'
import type { RequestEnv, ServerContext } from './server-context.ts'

/** The public surface: what a visitor's widget may ask. */
export function mountWidgetRoutes(server: ServerContext): void {
  const { services } = server

  mount(server, widgetRoutes.settings, async ({ params }) => widgetSettings(services, await getSite(params.key)))

  mount(server, widgetRoutes.start, async ({ body, context }): Promise<StartedContact> => {
    const site = await getSite(body.site)
    requireSiteOrigin(site, context)
    const flow = await findLiveFlow(site)
    if (!flow) throw new AppError('unavailable', 'This chat is not open yet. In an emergency call 999, otherwise 101.')
    const { id, token, events } = await startContact(services, {
      forceId: site.forceId,
      siteId: site.id,
      flowId: flow.id,
      flowVersion: flow.version,
      locale: body.locale,
    })
    return { contact: { id }, token, events }
  })

  mount(
    server,
    widgetRoutes.input,
    async ({ contact, body }) => {
      if (body.input.kind === 'typing') {
        noteSeen(contact)
        services.bus.publish(`typing:${contact.id}:visitor`)
        return { accepted: true as const, seq: await lastEvent(services, contact.id), events: [] }
      }
      return take(contact, { kind: 'visitor', input: body.input, prompt: body.prompt }, body.key)
    },
    {
      urgent: ({ contact, body }) =>
        textsOf(body.input).some((text) => services.assessFor(contact.forceId)(text, []).verdict !== 'none'),
    },
  )

  mount(server, widgetRoutes.end, ({ contact, body }) => take(contact, { kind: 'ended' }, body.key))

  mount(server, widgetRoutes.events, async ({ contact, query, context }) => {
    const { req } = context
    if (!req.header('accept')?.includes('text/event-stream'))
      return { events: await readEvents(services.db.read, contact.id, query?.after ?? 0) }
    const last = await lastEvent(services, contact.id)
    return streamContact(services, contact.id, startOf(req.header('last-event-id'), query?.after, last))
  })

  mount(server, widgetRoutes.file, async ({ contact, query, context }) => {
    const bytes = await readBytes(context, widgetRoutes.file.maxBody)
    return { file: await keepFile(services, contact, query.name, bytes) }
  })

  function noteSeen(contact: VisitorContact): void {
    void noteRead(services, contact.id).catch((error: unknown) =>
      services.log.error({ error }, 'a reading could not be noted'),
    )
  }

  async function take(contact: VisitorContact, cause: Cause, key: string) {
    const turn = await takeTurn(services, contact.id, cause, key)
    if (turn.taken && turn.attended) noteSeen(contact)
    if (turn.taken) return { accepted: true as const, seq: turn.seq, events: turn.events }
    if (turn.refused === 'closed') throw new AppError('conflict', 'This conversation has ended.')
    if (turn.refused === 'not-found') throw new AppError('not-found', 'There is no such contact.')
    throw new AppError('conflict', 'This cannot be done now.')
  }

  async function getSite(key: string): Promise<SiteRow> {
    const site = await findSiteByKey(services.db.read, key)
    if (!site) throw new AppError('not-found', 'There is no chat under this key.')
    return site
  }

  async function findLiveFlow(site: SiteRow): Promise<{ id: string; version: number } | undefined> {
    if (site.flowId === null) return undefined
    const [flow] = await services.db.read.all<{ live_version: number | null }>(
      'SELECT live_version FROM flows WHERE id = ? AND force_id = ?',
      [site.flowId, site.forceId],
    )
    return flow?.live_version == null ? undefined : { id: site.flowId, version: flow.live_version }
  }

  /** A browser says from which page it asks. Where it says nothing, this is no browser, and the limits hold. */
  function requireSiteOrigin(site: SiteRow, context: Context<RequestEnv>): void {
    const origin = headerOf(context, 'origin')
    if (origin === undefined || isOwnOrigin(origin, context, server.environment)) return
    if (!toSite(site).origins.includes(origin))
      throw new AppError(
        'not-allowed',
        'This chat may not be used from this website. In an emergency call 999, otherwise 101.',
      )
  }
}

async function lastEvent(services: Services, contactId: string): Promise<number> {
  const [row] = await services.db.read.all<{ seq: number }>('SELECT seq FROM contacts WHERE id = ?', [contactId])
  return row?.seq ?? 0
}

/** Where a stream goes on: the header that browsers send again by themselves, else the query, else the beginning. */
function startOf(header: string | undefined, after: number | undefined, last: number): number | 'unknown' {
  if (header === undefined || header === '') return after !== undefined && after > last ? 'unknown' : (after ?? 0)
  if (!/^\d{1,15}$/.test(header)) return 'unknown'
  return Number(header) > last ? 'unknown' : Number(header)
}
