import type { Principal } from '../../runtime/accounts/principal.ts'
import { acknowledgeAlert } from '../../runtime/alerts/acknowledge-alert.ts'
import { actOnContact, type OperatorAct } from '../../runtime/inbox/act-on-contact.ts'
import { toLocalHour } from '../../runtime/insights/local-time.ts'
import { AppError } from '../../schema/app-error.ts'
import type { Random } from './create-random.ts'
import type { DemoServices } from './in-one-transaction.ts'
import type { DemoPerson } from './staff.ts'
import type { Script, Timeline } from './timeline.ts'

export interface Operator extends Principal {
  shift: NonNullable<DemoPerson['shift']>
}
interface QueueRow {
  id: string
  department: string
  priority: number
  queued_at: number
}

const second = 1_000
const openings = [
  'Hello, I have read what you told us. Let me look into it.',
  'Hi, thank you for waiting. I can see your answers.',
  'Hello, I am here now. Are you all right to type?',
] as const
const middles = [
  'Can you tell me roughly when this was?',
  'Have you told anybody else about it?',
  'I have added that to your contact.',
  'The neighbourhood team can look at this. I have passed it to them.',
] as const
const closings = [
  'Thank you. I will close this now. You can come back at any time.',
  'That is everything I need. Thank you for telling us.',
] as const

/** Those who work now go through the queues every few seconds, the most urgent first, as operators do, up to `until`. */
export async function* tendDesk(
  services: DemoServices,
  timeline: Timeline,
  forceId: string,
  operators: readonly Operator[],
  random: Random,
  until: number,
): Script {
  const arrived = new Map<string, () => void>()
  let waitedBefore = true
  while (services.clock.now() < until) {
    const local = toLocalHour(services.clock.now(), services.zoneOf(forceId))
    let changed = waitedBefore
    for (const operator of operators) {
      const works = isOnShift(operator, local)
      const leave = arrived.get(operator.userId)
      changed ||= works === (leave === undefined)
      if (works && !leave) arrived.set(operator.userId, services.desk.arrive(operator))
      if (!works && leave && loadOf(operator) === 0) {
        leave()
        arrived.delete(operator.userId)
      }
    }
    const waiting = await services.db.read.all<QueueRow>(
      `SELECT id, department, priority, queued_at FROM contacts
       WHERE force_id = ? AND status = 'waiting' ORDER BY priority, queued_at, number`,
      [forceId],
    )
    // Nights are long: counted only when something may have changed since.
    if (waiting.length > 0 || changed) await services.recount(forceId)
    waitedBefore = waiting.length > 0
    const there = operators.filter(({ userId }) => arrived.has(userId))
    await acknowledge(there)
    for (const contact of waiting) {
      const waited = services.clock.now() - contact.queued_at
      // Nobody jumps at everything: urgent contacts are picked up within moments, others as people get round to them.
      const share = contact.priority <= 1 ? 0.6 : 0.17
      if (waited < 5 * second || !random.chance(share)) continue
      const free = there.find(
        (operator) =>
          (contact.priority === 0 ||
            operator.memberships.some(({ department }) => department === contact.department)) &&
          loadOf(operator) < 2,
      )
      if (!free) continue
      if (!(await act(services, free, contact.id, { does: 'join' }))) continue
      timeline.begin(services.clock.now() + random.between(8, 40) * second, talk(services, free, contact.id, random))
      await services.recount(forceId)
    }
    yield waiting.length > 0 ? 12 * second : 45 * second
  }

  function loadOf({ userId }: Operator): number {
    return services.desk.people(forceId).find(({ id }) => id === userId)?.contacts ?? 0
  }

  /** Alerts are taken by whoever is nearest, some after a minute or more. */
  async function acknowledge(there: readonly Operator[]): Promise<void> {
    const open = await services.db.read.all<{ id: string; verdict: string; department: string | null }>(
      `SELECT a.id, a.verdict, c.department FROM alerts a JOIN contacts c ON c.id = a.contact_id
       WHERE a.force_id = ? AND a.acknowledged_at IS NULL ORDER BY a.raised_at, a.number`,
      [forceId],
    )
    for (const alert of open) {
      if (!random.chance(0.35)) continue
      const taker = there.find(
        ({ memberships }) =>
          alert.verdict === 'emergency' || memberships.some(({ department }) => department === alert.department),
      )
      if (taker) await acknowledgeAlert(services, taker, alert.id)
    }
  }
}

/** An operator talks with the visitor of a contact that they have, and ends it, passes it on or gives it back. */
async function* talk(services: DemoServices, operator: Operator, contactId: string, random: Random): Script {
  const lines = [random.pick(openings), ...(random.chance(0.7) ? [random.pick(middles)] : []), random.pick(middles)]
  for (const text of lines) {
    if (!(await act(services, operator, contactId, { does: 'say', text }))) return
    yield random.between(35, 150) * second
  }
  if (!(await act(services, operator, contactId, { does: 'say', text: random.pick(closings) }))) return
  yield random.between(20, 60) * second
  await act(
    services,
    operator,
    contactId,
    random.chance(0.9) ? { does: 'close', outcome: 'resolved' } : { does: 'return' },
  )
}

/** Whether it could be done: the visitor may have left in the meantime. */
async function act(services: DemoServices, by: Operator, contactId: string, does: OperatorAct): Promise<boolean> {
  const [row] = await services.db.read.all<{ status: string; owner_id: string | null }>(
    'SELECT status, owner_id FROM contacts WHERE id = ?',
    [contactId],
  )
  const mine = does.does === 'join' ? row?.status === 'waiting' : row?.owner_id === by.userId && row.status !== 'closed'
  if (!mine) return false
  try {
    await actOnContact(services, by, contactId, does)
    return true
  } catch (error) {
    // Refused, and nothing was written: people are refused such things too.
    if (error instanceof AppError) return false
    throw error
  }
}

function isOnShift({ shift }: Operator, { day, hour }: ReturnType<typeof toLocalHour>): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay()
  if (!shift.weekends && (weekday === 0 || weekday === 6)) return false
  return (hour >= shift.from && hour < shift.to) || hour + 24 < shift.to
}
