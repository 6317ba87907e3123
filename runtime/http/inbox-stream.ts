import type { ContactSummary } from '../../schema/api/inbox.ts'
import type { Principal } from '../accounts/principal.ts'
import { findSession } from '../accounts/sessions.ts'
import { isShownTo } from '../inbox/read-alerts.ts'
import { readFacts } from '../inbox/read-facts.ts'
import { isWarningFor } from '../inbox/read-warnings.ts'
import { recordConsultation } from '../inbox/record-consultation.ts'
import { sees } from '../inbox/rights.ts'
import type { Services } from '../services.ts'
import { createWaiter, streamFrames, toFrame } from './sse.ts'
import { watchBrowser } from './watch-browser.ts'

/** A stream ends within five seconds after the person was signed out, disabled, or lost a role or a department. */
const lookMs = 3_000
const recheckMs = 1_000

/**
 * The inbox of one person, live: first everything that they may see, then what changes, and the whole of the contacts
 * that they have or watch. While it is open, the person counts as there.
 *
 * | event | holds |
 * |---|---|
 * | `board` | all contacts, alerts, colleagues and warnings, once at the beginning |
 * | `change` | contacts that are new or different, ids that are gone, and alerts, colleagues and warnings where they changed |
 * | `contact` | facts and new events of a contact that the person has or watches; `after` is the event before them |
 * | `typing` | id of a contact whose visitor is writing |
 * | `beat` | id of this stream, to be sent back at once: `watch-browser.ts` |
 */
export function streamInbox(services: Services, principal: Principal, sessionToken: string): Response {
  return streamFrames(async function* (signal) {
    const waiter = createWaiter(signal)
    const shown = new Set<string>()
    const changed = new Map<string, ContactSummary>()
    const gone = new Set<string>()
    const followed = new Map<string, { seq: number; stop(): void }>()
    const typing = new Set<string>()
    const news = { alerts: false, colleagues: false, warnings: false }
    const leave = services.desk.arrive(principal)
    const browser = watchBrowser(services, principal.userId, () => {
      leave()
      waiter.wake()
    })
    const { view, close } = await services.boards.open(principal.forceId, (change) => {
      for (const contact of change.contacts) changed.set(contact.id, contact)
      for (const id of change.gone) gone.add(id)
      news.alerts ||= change.alerts
      news.colleagues ||= change.colleagues
      news.warnings ||= change.warnings
      waiter.wake()
    })
    const alerts = () => view.alerts.filter((alert) => isShownTo(principal, alert)).map(({ alert }) => alert)
    const warnings = () => view.warnings.filter((warning) => isWarningFor(principal, warning))
    const follows = ({ owner, watchers }: ContactSummary) =>
      owner?.id === principal.userId || watchers.some(({ id }) => id === principal.userId)

    /** Frames of the contacts among `contacts` that the person has or watches, beginning with all of one that is new here. */
    async function* contactFrames(contacts: Iterable<ContactSummary>): AsyncGenerator<string> {
      for (const contact of contacts) {
        const known = followed.get(contact.id)
        if (!follows(contact)) {
          known?.stop()
          followed.delete(contact.id)
          continue
        }
        const read = await readFacts(services.db.read, services, principal.forceId, contact.id)
        if (!read) continue
        const after = known?.seq ?? 0
        const events = read.events.filter(({ seq }) => seq > after)
        followed.set(contact.id, { seq: read.events.at(-1)?.seq ?? 0, stop: known?.stop ?? listenTo(contact.id) })
        yield toFrame({ event: 'contact', data: { after, facts: read.facts, events } })
      }
    }
    const listenTo = (id: string) =>
      services.bus.subscribe(`typing:${id}:visitor`, () => {
        typing.add(id)
        waiter.wake()
      })

    try {
      yield 'retry: 1000\n\n'
      const first = [...view.contacts.values()].filter((contact) => sees(principal, contact))
      for (const { id } of first) shown.add(id)
      changed.clear()
      gone.clear()
      const firstAlerts = alerts()
      await recordConsultation(services, principal, [...shown, ...firstAlerts.map(({ contact }) => contact)])
      yield toFrame({
        event: 'board',
        data: { contacts: first, alerts: firstAlerts, colleagues: view.colleagues, warnings: warnings() },
      })
      yield* contactFrames(first)
      let checkedAt = performance.now()
      while (!signal.aborted && !browser.isSilent()) {
        yield* browser.beats()
        if (performance.now() - checkedAt >= recheckMs) {
          if (!(await isStillTheSame(services, sessionToken, principal))) return
          checkedAt = performance.now()
        }
        for (const id of typing) yield toFrame({ event: 'typing', data: { id } })
        typing.clear()
        if (changed.size > 0 || gone.size > 0 || news.alerts || news.colleagues || news.warnings) {
          const contacts = [...changed.values()].filter((contact) => sees(principal, contact))
          const lost = [
            ...gone,
            ...[...changed.values()].filter((contact) => !sees(principal, contact)).map(({ id }) => id),
          ].filter((id) => shown.delete(id))
          const data = {
            contacts,
            gone: lost,
            ...(news.alerts ? { alerts: alerts() } : {}),
            ...(news.colleagues ? { colleagues: view.colleagues } : {}),
            ...(news.warnings ? { warnings: warnings() } : {}),
          }
          changed.clear()
          gone.clear()
          news.alerts = news.colleagues = news.warnings = false
          for (const { id } of contacts) shown.add(id)
          for (const id of lost) followed.get(id)?.stop()
          for (const id of lost) followed.delete(id)
          await recordConsultation(services, principal, [
            ...contacts.map(({ id }) => id),
            ...(data.alerts ?? []).map(({ contact }) => contact),
          ])
          yield toFrame({ event: 'change', data })
          yield* contactFrames(contacts)
        }
        await waiter.wait(lookMs)
      }
    } catch (error) {
      services.log.error({ error }, 'the stream of the inbox ended early')
    } finally {
      for (const { stop } of followed.values()) stop()
      browser.close()
      leave()
      close()
    }
  })
}

async function isStillTheSame(services: Services, token: string, principal: Principal): Promise<boolean> {
  const signedIn = await findSession(services, token)
  if (!signedIn || signedIn.session.mustEnrol) return false
  const now = signedIn.principal
  if (!now.roles.some((role) => role === 'operator' || role === 'supervisor')) return false
  return JSON.stringify(now.memberships) === JSON.stringify(principal.memberships)
}
