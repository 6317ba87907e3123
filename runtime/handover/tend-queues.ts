import { queuePriorities } from '../../nodes/kit/step.ts'
import type { Cause } from '../contact/cause.ts'
import { type TakenTurn, takeTurn } from '../contact/take-turn.ts'
import { touchContact } from '../inbox/touch-contact.ts'
import type { Services } from '../services.ts'
import { chooseOperator, type WaitingContact } from './choose-operator.ts'
import { chooseOverflow } from './choose-overflow.ts'
import { goneAfter } from './desk.ts'
import { tellPlaces } from './tell-places.ts'
import { weigh } from './weigh.ts'

interface OpenRow {
  id: string
  version: number
  status: string
  department: string
  priority: number
  category: string | null
  locale: string
  queued_at: number
  owner_id: string | null
}

/**
 * Everything that a queue needs and nobody asks for: contacts of somebody who is gone come back, those that wait where
 * they cannot be served move on, and departments that want it so give theirs to whoever is free. Each act is a turn of
 * its own that names what it was decided from, so two processes that decide the same act once.
 */
export async function tendQueues(services: Services, forceId: string, startedAt: number): Promise<void> {
  await services.desk.refresh(forceId)
  const open = await services.db.read.all<OpenRow>(
    `SELECT id, version, status, department, priority, category, locale, queued_at, owner_id FROM contacts
     WHERE force_id = ? AND status IN ('waiting', 'with-operator')
     ORDER BY priority, queue_passed DESC, queued_at, number`,
    [forceId],
  )
  await partFromGone(services, forceId, open, startedAt)
  const waiting = open.filter(({ status }) => status === 'waiting')
  const moved = await moveOn(services, forceId, waiting)
  const staying = waiting.filter(({ id }) => !moved.has(id))
  const given = await assign(services, forceId, staying)
  await tellPlaces(
    services,
    staying.filter(({ id }) => !given.has(id)),
  )
}

/** Contacts of whoever was not heard for half a minute come back to the head of their queues (F16), and they watch none. */
async function partFromGone(
  services: Services,
  forceId: string,
  open: readonly OpenRow[],
  startedAt: number,
): Promise<void> {
  const watching = await services.db.read.all<{ contact_id: string; user_id: string }>(
    'SELECT contact_id, user_id FROM watchers WHERE force_id = ?',
    [forceId],
  )
  const owned = open.flatMap((contact) => (contact.owner_id === null ? [] : [{ contact, owner: contact.owner_id }]))
  if (owned.length + watching.length === 0) return
  const gone = await findGone(services, forceId, startedAt)
  for (const { contact, owner } of owned)
    if (gone(owner)) await act(services, contact, { kind: 'desk', does: 'release', why: 'gone' })
  const left = watching.filter(({ user_id }) => gone(user_id))
  if (left.length === 0) return
  await services.db.write(async (tx) => {
    for (const { contact_id, user_id } of left) {
      await tx.run('DELETE FROM watchers WHERE contact_id = ? AND user_id = ?', [contact_id, user_id])
      await touchContact(tx, services, forceId, contact_id)
    }
  })
}

/** Tells of a person whether they are gone. After a restart of the server everybody's browser gets the time to come back. */
async function findGone(services: Services, forceId: string, startedAt: number): Promise<(person: string) => boolean> {
  const there = new Set(
    services.desk
      .people(forceId)
      .filter(({ state }) => state !== 'offline')
      .map(({ id }) => id),
  )
  const seen = await services.db.read.all<{ user_id: string; seen_at: number; left_at: number | null }>(
    'SELECT user_id, seen_at, left_at FROM presence WHERE force_id = ?',
    [forceId],
  )
  const lastSeen = new Map(seen.map((row) => [row.user_id, Math.max(row.seen_at, row.left_at ?? 0)]))
  const now = services.clock.now()
  return (person) => !there.has(person) && now - Math.max(lastSeen.get(person) ?? 0, startedAt) >= goneAfter
}

async function moveOn(services: Services, forceId: string, waiting: readonly OpenRow[]): Promise<Set<string>> {
  const moved = new Set<string>()
  const departments = services.nodeServices(forceId).departments()
  const settings = services.settingsOf(forceId)
  const left = waiting.length > 0 ? await justLeft(services, forceId) : new Set<string>()
  for (const contact of waiting) {
    const waited = services.clock.now() - contact.queued_at
    const target = chooseOverflow(toWaiting(contact), waited, departments, settings)
    if (!target || (await hasWaitedIn(services, contact.id, target.to.id))) continue
    if (target.why === 'overflow-nobody-there' && left.has(contact.department)) continue
    const turn = await act(services, contact, { kind: 'desk', does: 'move', to: target.to, why: target.why })
    if (turn.taken) moved.add(contact.id)
  }
  return moved
}

/** Departments that somebody left only now: a page that is loaded again is away for a moment, and nobody moves for that. */
async function justLeft({ db, clock }: Services, forceId: string): Promise<Set<string>> {
  const rows = await db.read.all<{ department: string }>(
    `SELECT DISTINCT m.department FROM presence p JOIN department_members m ON m.user_id = p.user_id
     WHERE p.force_id = ? AND p.state = 'available' AND p.left_at > ?`,
    [forceId, clock.now() - goneAfter],
  )
  return new Set(rows.map(({ department }) => department))
}

/** Nothing goes back to a queue that it has waited in: two departments that overflow to each other would play ball. */
async function hasWaitedIn(services: Services, contactId: string, department: string): Promise<boolean> {
  const [stay] = await services.db.read.all<{ id: string }>(
    `SELECT id FROM stays WHERE contact_id = ? AND kind = 'queue' AND department = ? LIMIT 1`,
    [contactId, department],
  )
  return stay !== undefined
}

/** Says which contacts were given to somebody. */
async function assign(services: Services, forceId: string, waiting: readonly OpenRow[]): Promise<Set<string>> {
  const given = new Set<string>()
  const automatic = new Set(
    services
      .settingsOf(forceId)
      .filter(({ assignment }) => assignment === 'automatic')
      .map(({ id }) => id),
  )
  const rank = new Map(services.settingsOf(forceId).map(({ id, priority }) => [id, priority]))
  const queue = waiting
    .filter(({ department }) => automatic.has(department))
    .sort((a, b) => a.priority - b.priority || (rank.get(a.department) ?? 0) - (rank.get(b.department) ?? 0))
  if (queue.length === 0) return given
  const people = services.desk.people(forceId).map((person) => ({ ...person }))
  for (const row of queue) {
    const contact = toWaiting(row)
    const person = chooseOperator(contact, people)
    if (!person) continue
    const by = { id: person.id, name: person.name }
    const turn = await act(services, row, { kind: 'operator', does: 'join', by, assigned: true })
    if (!turn.taken) continue
    given.add(row.id)
    person.load += weigh(contact, person.limit)
    person.contacts++
    person.assignedAt = services.clock.now()
    await services.db.write((tx) =>
      tx.run('UPDATE presence SET assigned_at = ? WHERE user_id = ?', [person.assignedAt, person.id]),
    )
  }
  return given
}

/** The key names what the decision was made from: decided again from the same, it is the same act. */
function act(services: Services, { id, version }: OpenRow, cause: Cause): Promise<TakenTurn> {
  return takeTurn(services, id, cause, `desk:${'does' in cause ? cause.does : cause.kind}:${version}`)
}

function toWaiting({ department, priority, category, locale }: OpenRow): WaitingContact {
  return { department, priority: queuePriorities[priority] ?? 'normal', category, locale }
}
