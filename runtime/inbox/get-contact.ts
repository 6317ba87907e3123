import type { ContactDetail } from '../../schema/api/inbox.ts'
import { AppError } from '../../schema/app-error.ts'
import { localise } from '../../schema/text.ts'
import type { Value } from '../../schema/values.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { ContactState } from '../contact/contact-state.ts'
import { loadFlow } from '../contact/load-flow.ts'
import { readEvents } from '../contact/take-turn.ts'
import type { Transaction } from '../db/database.ts'
import { isoTime } from '../flows/flow-row.ts'
import type { Services } from '../services.ts'
import {
  type AlertRead,
  type ContactRead,
  selectAlerts,
  selectContacts,
  toAlert,
  toSummary,
} from './contact-summary.ts'

interface StateRow {
  state: string
  flow_id: string
  flow_version: number
}

/** One contact with its whole log. Reading it is an act: it and its audit entry are one transaction, or neither happens. */
export async function getContact(services: Services, principal: Principal, id: string): Promise<ContactDetail> {
  return services.db.write(async (tx) => {
    const own = [id, principal.forceId]
    const [row] = await tx.all<ContactRead>(`${selectContacts} WHERE c.id = ? AND c.force_id = ?`, own)
    const [kept] = await tx.all<StateRow>(
      'SELECT state, flow_id, flow_version FROM contacts WHERE id = ? AND force_id = ?',
      own,
    )
    if (!row || !kept) throw new AppError('not-found', 'There is no such contact.')
    await appendEntry(tx, {
      forceId: principal.forceId,
      at: services.clock.now(),
      actor: toActor(principal, 'operator', 'supervisor'),
      department: row.department,
      operation: 'consultation',
      objectType: 'contact',
      objectId: id,
      outcome: 'done',
      payload: {},
    })
    const alerts = await tx.all<AlertRead>(
      `${selectAlerts} WHERE a.contact_id = ? AND a.force_id = ? ORDER BY a.raised_at`,
      own,
    )
    const tasks = await tx.all<{ id: string; text: string; at: number }>(
      'SELECT id, text, at FROM tasks WHERE contact_id = ? AND force_id = ? ORDER BY at',
      own,
    )
    return {
      ...toSummary(row),
      events: await readEvents(tx, id, 0),
      gathered: await gather(tx, services, kept),
      alerts: alerts.map(toAlert),
      tasks: tasks.map((task) => ({ ...task, at: isoTime(task.at) })),
    }
  })
}

/** What the flow has learnt so far, in the order in which the flow declares it. */
async function gather(tx: Transaction, services: Services, kept: StateRow): Promise<ContactDetail['gathered']> {
  const { flow } = await loadFlow(tx, services.flows, services.types, kept.flow_id, kept.flow_version)
  const { values } = JSON.parse(kept.state) as ContactState
  return flow.variables.flatMap(({ name, label, personal }) => {
    const value = values[name]
    if (value === undefined || value === null || value === '') return []
    return [{ name, label: localise(label, 'en-GB') || name, value: show(value), personal: personal ?? false }]
  })
}

function show(value: Value): string {
  if (Array.isArray(value)) return value.map(String).join(', ')
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
