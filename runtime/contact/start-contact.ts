import type { Event } from '../../schema/event.ts'
import type { Transaction } from '../db/database.ts'
import { hashToken, newContactId, newToken } from '../ids.ts'
import type { Services } from '../services.ts'
import { findLimit } from '../usage/find-limit.ts'
import { newContact } from './contact-state.ts'
import { loadFlow } from './load-flow.ts'
import { chooseLocale } from './node-context.ts'
import { takeTurnIn } from './take-turn.ts'

/** Where a contact begins: a site and the live version of its flow. */
export interface ContactOrigin {
  forceId: string
  siteId: string
  flowId: string
  flowVersion: number
  locale?: string | undefined
}

export interface StartedContact {
  id: string
  /** The only copy: the server keeps its hash. */
  token: string
  events: Event[]
}

/** Begins a contact and takes its first turn, in one transaction. */
export async function startContact(services: Services, origin: ContactOrigin): Promise<StartedContact> {
  const token = newToken()
  const id = newContactId(services.clock.now())
  return services.db.write(async (tx) => {
    const flow = await loadFlow(tx, services.flows, services.types, origin.flowId, origin.flowVersion)
    const now = services.clock.now()
    const locale = chooseLocale(flow.flow, origin.locale)
    await tx.run(
      `INSERT INTO contacts (id, force_id, site_id, number, token_hash, flow_id, flow_version, version, seq, state, status,
         locale, verdict, priority, last_words, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 'automated', ?, 'none', 3, '', ?, ?)`,
      [
        id,
        origin.forceId,
        origin.siteId,
        await nextNumber(tx, origin.forceId),
        hashToken(token),
        origin.flowId,
        origin.flowVersion,
        JSON.stringify(newContact(flow.machine.initial.path, locale)),
        locale,
        now,
        now,
      ],
    )
    const limit = await findLimit(tx, services, origin.forceId, now)
    const turn = await takeTurnIn(tx, services, id, { kind: 'started', locale, limit }, 'started')
    if (!turn.taken) throw new Error(`A new contact could not begin: ${turn.refused}.`)
    return { id, token, events: turn.events }
  })
}

/** The next short number of the force, for people to say aloud. */
async function nextNumber(tx: Transaction, forceId: string): Promise<number> {
  const [row] = await tx.all<{ value: number }>(
    `INSERT INTO counters (force_id, name, value) VALUES (?, 'contact', 10001)
     ON CONFLICT (force_id, name) DO UPDATE SET value = counters.value + 1 RETURNING value`,
    [forceId],
  )
  if (!row) throw new Error('No contact number could be given.')
  return row.value
}
