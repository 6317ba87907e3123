import type { ContactFacts } from '../../schema/api/inbox.ts'
import type { Event } from '../../schema/event.ts'
import type { ContactState } from '../contact/contact-state.ts'
import { loadFlow } from '../contact/load-flow.ts'
import { readEvents } from '../contact/take-turn.ts'
import type { Reader } from '../db/database.ts'
import type { Services } from '../services.ts'
import { readTasks } from '../tasks/read-tasks.ts'
import { type AlertRead, selectAlerts, toAlert } from './contact-summary.ts'
import { gather } from './gather.ts'
import { readNotes } from './notes.ts'
import { readSummaries } from './read-summaries.ts'
import { summarise } from './summarise.ts'

interface StateRow {
  state: string
  flow_id: string
  flow_version: number
  delivered_seq: number
  read_seq: number
}

/** All that is known about a contact, and its whole log; undefined when the force has none of that id. */
export async function readFacts(
  reader: Reader,
  services: Pick<Services, 'flows' | 'types'>,
  forceId: string,
  id: string,
): Promise<{ facts: ContactFacts; events: Event[] } | undefined> {
  const own = [id, forceId]
  const { contacts } = await readSummaries(reader, 'c.id = ? AND c.force_id = ?', own, 1)
  const [kept] = await reader.all<StateRow>(
    'SELECT state, flow_id, flow_version, delivered_seq, read_seq FROM contacts WHERE id = ? AND force_id = ?',
    own,
  )
  const [summary] = contacts
  if (!summary || !kept) return undefined
  const flow = await loadFlow(reader, services.flows, services.types, kept.flow_id, kept.flow_version)
  const { values } = JSON.parse(kept.state) as ContactState
  const events = await readEvents(reader, id, 0)
  const alerts = await reader.all<AlertRead>(
    `${selectAlerts} WHERE a.contact_id = ? AND a.force_id = ? ORDER BY a.raised_at`,
    own,
  )
  return {
    events,
    facts: {
      ...summary,
      summary: summarise(events),
      gathered: gather(flow, values, events),
      alerts: alerts.map(toAlert),
      tasks: await readTasks(reader, forceId, id),
      notes: await readNotes(reader, id),
      delivered: kept.delivered_seq,
      read: kept.read_seq,
    },
  }
}
