import { loadFlow } from '../contact/load-flow.ts'
import type { Reader } from '../db/database.ts'
import type { Services } from '../services.ts'
import { type ContactFacts, type ContactRecord, toContactFacts } from './contact-facts.ts'
import { toLocalHour } from './local-time.ts'

interface Row {
  id: string
  force_id: string
  site_id: string
  flow_id: string
  flow_version: number
  state: string
  intent: string | null
  department: string | null
  verdict: string
  created_at: number
  closed_at: number | null
  close_reason: string | null
}
interface TurnRow {
  at: number
  cause: string
  path: string
  last_seq: number
}
interface Journalled {
  kind: string
  by?: { id: string }
}
interface Logged {
  type: string
  state?: string
  from?: string
}

/** The facts of one contact, read from its row, journal and events. Nothing where there is no such contact. */
export async function readContactFacts(
  services: Pick<Services, 'flows' | 'types' | 'vault' | 'zoneOf'>,
  reader: Reader,
  contactId: string,
): Promise<(ContactFacts & { forceId: string }) | undefined> {
  const [row] = await reader.all<Row>(
    `SELECT id, force_id, site_id, flow_id, flow_version, state, intent, department, verdict, created_at, closed_at,
       close_reason FROM contacts WHERE id = ?`,
    [contactId],
  )
  if (!row) return undefined
  const flow = await loadFlow(reader, services.flows, services.types, row.flow_id, row.flow_version)
  const turns = await reader.all<TurnRow>(
    'SELECT at, cause, path, last_seq FROM turns WHERE contact_id = ? ORDER BY n',
    [contactId],
  )
  const record: ContactRecord = {
    id: row.id,
    siteId: row.site_id,
    flowId: row.flow_id,
    flowVersion: row.flow_version,
    intent: row.intent,
    department: row.department,
    verdict: row.verdict,
    createdAt: row.created_at,
    closedAt: row.closed_at,
    closeReason: row.close_reason,
    turns: turns.map(({ at, cause, path }) => ({
      at,
      byVisitor: (JSON.parse(cause) as Journalled).kind === 'visitor',
      path: JSON.parse(path) as string[],
    })),
    people: await readPeople(reader, contactId, turns),
  }
  const typeOf = (key: string) => flow.compiled.nodes.get(key)?.type
  const person = personOf(row.state, flow.flow.variables)
  return {
    forceId: row.force_id,
    ...toContactFacts(
      record,
      typeOf,
      toLocalHour(row.created_at, services.zoneOf(row.force_id)),
      person === undefined ? null : services.vault.fingerprint(person, `person|${row.force_id}`),
    ),
  }
}

/** Who of the force came, spoke and went. A joining names its person by the turn in which it happened. */
async function readPeople(
  reader: Reader,
  contactId: string,
  turns: readonly TurnRow[],
): Promise<ContactRecord['people']> {
  const events = await reader.all<{ seq: number; at: number; body: string }>(
    `SELECT seq, at, body FROM events WHERE contact_id = ? AND body LIKE '%operator%' ORDER BY seq`,
    [contactId],
  )
  return events.flatMap(({ seq, at, body }) => {
    const event = JSON.parse(body) as Logged
    const kind =
      event.type === 'operator' && (event.state === 'joined' || event.state === 'left')
        ? event.state
        : event.type === 'message' && event.from === 'operator'
          ? 'said'
          : undefined
    if (!kind) return []
    const turn = turns.find(({ last_seq }) => last_seq >= seq)
    const by = turn ? ((JSON.parse(turn.cause) as Journalled).by?.id ?? '') : ''
    return [{ at, kind, by } as const]
  })
}

/** By what the visitor can be recognised when they come again: their telephone number, else their address. */
function personOf(state: string, variables: readonly { name: string; type: string }[]): string | undefined {
  const { values } = JSON.parse(state) as { values: Record<string, unknown> }
  for (const type of ['phone', 'email'])
    for (const variable of variables) {
      const value = variable.type === type ? values[variable.name] : undefined
      if (typeof value === 'string' && value.trim() !== '') return value.replace(/\s/g, '').toLowerCase()
    }
  return undefined
}
