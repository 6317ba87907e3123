import { hash } from 'node:crypto'
import { queuePriorities } from '../../nodes/kit/step.ts'
import type { Event, EventBody } from '../../schema/event.ts'
import { plainText } from '../../schema/markup.ts'
import { raiseAlert } from '../alerts/raise-alert.ts'
import { type Actor, appendEntry } from '../audit/append-entry.ts'
import { type Transaction, WriteConflict } from '../db/database.ts'
import { raiseWarning } from '../handover/raise-warning.ts'
import { newId } from '../ids.ts'
import { noteHelped } from '../knowledge/improve/note-helped.ts'
import { raiseLeftCalls } from '../tasks/raise-left-calls.ts'
import { raiseTask } from '../tasks/raise-task.ts'
import { queueWebhook } from '../webhooks/queue-webhook.ts'
import { tellOfTurn } from '../webhooks/tell-of-turn.ts'
import { type Cause, toJournal } from './cause.ts'
import { type ContactRow, type ContactState, statusOf } from './contact-state.ts'
import type { Facts } from './facts.ts'
import { nameOf } from './name-of.ts'
import type { Turn } from './turn.ts'

/**
 * Writes a turn: journal, events, timers, effects, alert, audit entry and the new state, all in `tx`. The state is only
 * written over the version that the turn was computed from.
 */
export async function commitTurn(
  tx: Transaction,
  contact: ContactRow,
  before: ContactState,
  cause: Cause,
  key: string,
  turn: Turn,
  now: number,
  facts: Facts | undefined,
): Promise<Event[]> {
  const { state } = turn
  const firstSeq = state.seq - turn.events.length + 1
  const n = state.turns
  const at = new Date(now).toISOString()
  const events = turn.events.map((body, index) => ({ ...body, seq: firstSeq + index, at }))
  const journal = toJournal(cause)

  const audit = await appendEntry(tx, {
    forceId: contact.force_id,
    at: now,
    actor: actorOf(cause, contact.id),
    department: state.department || null,
    operation:
      cause.kind === 'operator' && cause.does === 'say'
        ? 'disclosure'
        : cause.kind === 'visitor'
          ? 'collection'
          : 'alteration',
    objectType: 'contact',
    objectId: contact.id,
    outcome: 'done',
    payload: { n, cause: journal, assessment: turn.assessment ?? null, path: turn.path, events: turn.events },
    keepPayload: false,
  })
  await tx.run(
    'INSERT INTO turns (contact_id, n, key, at, cause, facts, assessment, path, first_seq, last_seq, audit) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    [
      contact.id,
      n,
      key,
      now,
      JSON.stringify(journal),
      facts ? JSON.stringify(facts) : null,
      turn.assessment ? JSON.stringify(turn.assessment) : null,
      JSON.stringify(turn.path),
      firstSeq,
      state.seq,
      audit,
    ],
  )
  await writeEvents(tx, contact.id, firstSeq, turn.events, now)
  await writeTimers(tx, contact.id, n, turn, now)
  await writeEffects(tx, contact, n, turn, now)
  await writeAlert(tx, contact, turn, now)
  if (turn.helped !== undefined) await noteHelped(tx, contact.id, turn.helped)
  if (turn.callBack) await writeCallBack(tx, contact, turn.callBack, now)
  if (turn.warning)
    await raiseWarning(tx, {
      forceId: contact.force_id,
      contactId: contact.id,
      department: state.department || null,
      kind: 'escalated',
      text: turn.warning,
      at: now,
    })
  await tellOfTurn(tx, contact, before, state, cause, now)
  await endWatching(tx, contact.id, before, state)
  await writeState(tx, contact, before, turn, now)
  return events as Event[]
}

async function writeCallBack(
  tx: Transaction,
  { id: contact, force_id: forceId }: ContactRow,
  { department, phone }: NonNullable<Turn['callBack']>,
  at: number,
): Promise<void> {
  const id = newId('call')
  await tx.run('INSERT INTO call_backs (id, force_id, contact_id, department, phone, at) VALUES (?, ?, ?, ?, ?, ?)', [
    id,
    forceId,
    contact,
    department,
    phone,
    at,
  ])
  await queueWebhook(tx, { forceId, kind: 'call-back.asked', data: { contact, callBack: id, department }, at })
}

/** Whoever has a contact looks over nobody's shoulder, and nobody looks at one that has ended. */
async function endWatching(
  tx: Transaction,
  contactId: string,
  before: ContactState,
  { owner, closed }: ContactState,
): Promise<void> {
  if (closed && !before.closed) await tx.run('DELETE FROM watchers WHERE contact_id = ?', [contactId])
  else if (owner && owner.id !== before.owner?.id)
    await tx.run('DELETE FROM watchers WHERE contact_id = ? AND user_id = ?', [contactId, owner.id])
}

/** In one statement: a turn has two or three events. */
async function writeEvents(
  tx: Transaction,
  contactId: string,
  firstSeq: number,
  events: readonly EventBody[],
  now: number,
): Promise<void> {
  if (events.length === 0) return
  await tx.run(
    `INSERT INTO events (contact_id, seq, at, body) VALUES (?, ?, ?, ?)${', (?, ?, ?, ?)'.repeat(events.length - 1)}`,
    events.flatMap((body, index) => [contactId, firstSeq + index, now, JSON.stringify(body)]),
  )
}

async function writeState(
  tx: Transaction,
  contact: ContactRow,
  before: ContactState,
  turn: Turn,
  now: number,
): Promise<void> {
  const { state } = turn
  const always = [state.seq, JSON.stringify(state), lastWords(turn.events) ?? contact.last_words, now, now]
  const where = [contact.id, contact.version]
  const shown = columnsOf(state)
  const same = columnsOf(before).every((value, at) => value === shown[at])
  const changed = same
    ? await tx.run(
        `UPDATE contacts SET version = version + 1, seq = ?, state = ?, last_words = ?, updated_at = ?, changed_at = ?
         WHERE id = ? AND version = ?`,
        [...always, ...where],
      )
    : await tx.run(
        `UPDATE contacts SET version = version + 1, seq = ?, state = ?, last_words = ?, updated_at = ?, changed_at = ?, status = ?, locale = ?,
           verdict = ?, intent = ?, department = ?, priority = ?, queued_at = ?, queue_passed = ?, owner_id = ?, owner_since = ?,
           asked_at = ?, silent = ?, category = ?, visitor_name = ?, closed_at = ?, close_reason = ?
         WHERE id = ? AND version = ?`,
        [...always, ...shown, ...where],
      )
  if (changed !== 1) throw new WriteConflict(`Contact ${contact.id} was changed in the meantime.`)
}

/** What of a state stands in columns of its own, for lists and queues. Written where it changed: each costs an index. */
function columnsOf(state: ContactState): (string | number | null)[] {
  return [
    statusOf(state),
    state.locale,
    state.verdict,
    state.intent || null,
    state.department || null,
    queuePriorities.indexOf(state.queue?.priority ?? 'normal'),
    state.queue?.since ?? null,
    state.queue?.passed ? 1 : 0,
    state.owner?.id ?? null,
    state.ownerSince ?? null,
    state.asked ?? null,
    state.silent ? 1 : 0,
    state.category ?? null,
    nameOf(state.values) ?? null,
    state.closed?.at ?? null,
    state.closed?.reason ?? null,
  ]
}

async function writeTimers(tx: Transaction, contactId: string, n: number, turn: Turn, now: number): Promise<void> {
  const set = new Set(turn.timers.set.map(({ id }) => id))
  for (const id of turn.timers.cleared.filter((each) => !set.has(each)))
    await tx.run('DELETE FROM timers WHERE contact_id = ? AND id = ?', [contactId, id])
  for (const { id, delay } of turn.timers.set)
    await tx.run(
      `INSERT INTO timers (contact_id, id, due_at, set_by) VALUES (?, ?, ?, ?)
       ON CONFLICT (contact_id, id) DO UPDATE SET due_at = excluded.due_at, set_by = excluded.set_by`,
      [contactId, id, now + delay, n],
    )
}

async function writeEffects(tx: Transaction, contact: ContactRow, n: number, turn: Turn, now: number): Promise<void> {
  if (turn.effects.stopped) {
    await raiseLeftCalls(tx, contact, now)
    await tx.run(`UPDATE effects SET status = 'cancelled' WHERE contact_id = ? AND status IN ('waiting', 'running')`, [
      contact.id,
    ])
  }
  for (const [index, { child, effect }] of turn.effects.started.entries())
    await tx.run(
      `INSERT INTO effects (id, contact_id, force_id, turn, child, request, idempotency_key, status, attempts, due_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?)`,
      [
        newId('eff'),
        contact.id,
        contact.force_id,
        n,
        child,
        JSON.stringify(effect),
        idempotencyKey(contact.id, n, child, index),
        now,
      ],
    )
}

async function writeAlert(tx: Transaction, contact: ContactRow, turn: Turn, now: number): Promise<void> {
  if (turn.alert) {
    const origin = { forceId: contact.force_id, contactId: contact.id, number: contact.number, turn: turn.state.turns }
    await raiseAlert(tx, origin, turn.alert, now)
  }
  if (turn.task) await raiseTask(tx, contact, turn.task, now)
  if (turn.rating)
    await tx.run(
      `INSERT INTO ratings (id, force_id, flow_id, flow_version, department, intent, day, csat, nps, comment)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        newId('rat'),
        contact.force_id,
        contact.flow_id,
        contact.flow_version,
        turn.state.department || null,
        turn.state.intent || null,
        new Date(now).toISOString().slice(0, 10),
        turn.rating.csat ?? null,
        turn.rating.nps ?? null,
        turn.rating.comment ?? null,
      ],
    )
}

/** The same for every attempt of one effect, and for no other: contact, turn, node and place in the turn. */
export function idempotencyKey(contactId: string, n: number, child: string, index: number): string {
  return hash('sha256', `${contactId}|${n}|${child}|${index}`, 'hex')
}

function actorOf(cause: Cause, contactId: string): Actor {
  switch (cause.kind) {
    case 'started':
    case 'visitor':
    case 'ended':
      return { id: contactId, role: 'visitor' }
    case 'operator':
      return { id: cause.by.id, role: 'operator' }
    default:
      return { id: cause.kind, role: 'system' }
  }
}

function lastWords(events: readonly EventBody[]): string | undefined {
  const said = events.findLast((event) => event.type === 'message' && event.from === 'visitor')
  return said?.type === 'message' ? plainText(said.text).slice(0, 200) : undefined
}
