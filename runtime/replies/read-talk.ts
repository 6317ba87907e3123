import { AppError } from '../../schema/app-error.ts'
import type { Event } from '../../schema/event.ts'
import type { Principal } from '../accounts/principal.ts'
import type { ContactState } from '../contact/contact-state.ts'
import { loadFlow } from '../contact/load-flow.ts'
import type { RunnableFlow } from '../contact/runnable-flow.ts'
import { readEvents } from '../contact/take-turn.ts'
import { getSeen, type SeenContact } from '../inbox/rights.ts'
import type { Services } from '../services.ts'

/** What words for a contact are made from. */
export interface Talk {
  contact: SeenContact
  state: ContactState
  flow: RunnableFlow
  events: Event[]
}

/** A contact as the person may see it, for finding words. */
export async function readTalk(services: Services, principal: Principal, id: string): Promise<Talk> {
  const { read } = services.db
  const contact = await getSeen(read, principal, id)
  const [row] = await read.all<{ state: string; flow_id: string; flow_version: number }>(
    'SELECT state, flow_id, flow_version FROM contacts WHERE id = ?',
    [id],
  )
  if (!row) throw new AppError('not-found', 'There is no such contact.')
  return {
    contact,
    state: JSON.parse(row.state) as ContactState,
    flow: await loadFlow(read, services.flows, services.types, row.flow_id, row.flow_version),
    events: await readEvents(read, id, 0),
  }
}
