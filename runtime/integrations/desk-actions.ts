import type { DeskAction } from '../../schema/api/desk-calls.ts'
import { AppError } from '../../schema/app-error.ts'
import type { ConnectionAction } from '../../schema/connection.ts'
import type { Values } from '../../schema/values.ts'
import type { Principal } from '../accounts/principal.ts'
import type { ContactState } from '../contact/contact-state.ts'
import type { Reader } from '../db/database.ts'
import { recordConsultation } from '../inbox/record-consultation.ts'
import { getSeen, type SeenContact, supervises } from '../inbox/rights.ts'
import type { Services } from '../services.ts'
import { fillAction, offerAction } from './fill-action.ts'
import { findConnection } from './find-connection.ts'
import { listConnections } from './list-connections.ts'
import { fillRequest } from './try-call.ts'

export interface ChosenAction {
  connection: string
  action: string
  values: readonly string[]
}

/** What may be done in other systems for a contact, with what is known put in. */
export async function listDeskActions(services: Services, principal: Principal, id: string): Promise<DeskAction[]> {
  const { read } = services.db
  await getSeen(read, principal, id)
  await recordConsultation(services, principal, [id])
  const values = await readValues(read, id)
  const connections = await listConnections(read, principal.forceId)
  return connections.flatMap((connection) =>
    connection.actions.map((action) => offerAction(connection, action, values)),
  )
}

/** The call of an action as it would leave. Nothing is sent. */
export async function showDeskCall(services: Services, principal: Principal, id: string, chosen: ChosenAction) {
  const { read } = services.db
  const { connection, call } = await prepare(read, services, principal, id, chosen)
  return fillRequest(connection, { ...call, timeoutMs: connection.timeoutMs })
}

/** Everything that a call of an action needs, where the person may make it. */
export async function prepare(
  reader: Reader,
  { vault }: Pick<Services, 'vault'>,
  principal: Principal,
  id: string,
  chosen: ChosenAction,
) {
  const contact = await getSeen(reader, principal, id)
  requireHolder(principal, contact)
  const connection = await findConnection(reader, vault, principal.forceId, chosen.connection)
  const known = (await listConnections(reader, principal.forceId)).find((one) => one.id === chosen.connection)
  const action: ConnectionAction | undefined = known?.actions.find((one) => one.id === chosen.action)
  if (!connection || !action) throw new AppError('not-found', 'There is no such action any more.')
  return { contact, connection, action, call: fillAction(action, await readValues(reader, id), chosen.values) }
}

/** Whoever has the contact acts for it. One that has ended belongs to nobody: whoever sees it may finish what is left. */
function requireHolder(principal: Principal, contact: SeenContact): void {
  if (contact.closed || contact.owner?.id === principal.userId || supervises(principal, contact)) return
  throw new AppError('conflict', 'Pick this contact up first.')
}

async function readValues(reader: Pick<Reader, 'all'>, id: string): Promise<Values> {
  const [row] = await reader.all<{ state: string }>('SELECT state FROM contacts WHERE id = ?', [id])
  return row ? (JSON.parse(row.state) as ContactState).values : {}
}
