import type { Cause } from '../contact/cause.ts'
import type { ContactRow, ContactState } from '../contact/contact-state.ts'
import type { Transaction } from '../db/database.ts'
import { queueWebhook, type WebhookEvent } from './queue-webhook.ts'

type Told = Pick<WebhookEvent, 'kind' | 'data'>

/** Tells other systems what a turn changed for a contact. Most turns change nothing of that and cost nothing here. */
export async function tellOfTurn(
  tx: Transaction,
  contact: ContactRow,
  before: ContactState,
  after: ContactState,
  cause: Cause,
  at: number,
): Promise<void> {
  for (const { kind, data } of whatChanged(before, after, cause)) {
    const { id, number, flow_id, flow_version, force_id } = contact
    await queueWebhook(tx, {
      forceId: force_id,
      kind,
      data: { contact: id, number, flow: flow_id, flowVersion: flow_version, ...data },
      at,
    })
  }
}

function whatChanged(before: ContactState, after: ContactState, cause: Cause): Told[] {
  const told: Told[] = []
  const department = after.department || null
  if (cause.kind === 'started') told.push({ kind: 'contact.started', data: { language: after.locale } })
  if (after.queue && !before.queue && !after.closed)
    told.push({
      kind: 'contact.waiting',
      data: { department: after.queue.department, priority: after.queue.priority, reason: after.queue.reason },
    })
  if (after.owner && after.owner.id !== before.owner?.id)
    told.push({ kind: 'contact.taken', data: { department, person: after.owner.id } })
  if (after.closed && !before.closed)
    told.push({
      kind: 'contact.closed',
      data: { department, reason: after.closed.reason, intent: after.intent || null, verdict: after.verdict },
    })
  return told
}
