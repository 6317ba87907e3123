import { AppError } from '../../schema/app-error.ts'
import { type ContactRow, type ContactState, contactColumns, nodeKey } from '../contact/contact-state.ts'
import { loadFlow } from '../contact/load-flow.ts'
import { toNodeContext } from '../contact/node-context.ts'
import type { Transaction } from '../db/database.ts'
import type { Services } from '../services.ts'
import { choicesOf, toChosen } from './choices-of.ts'
import { readCorrection } from './read-correction.ts'

/** The value that a person typed for a variable of the contact's flow. */
export async function toCorrectedValue(
  tx: Transaction,
  services: Services,
  contactId: string,
  { name, value }: { name: string; value: string },
) {
  const [row] = await tx.all<ContactRow>(`SELECT ${contactColumns} FROM contacts WHERE id = ?`, [contactId])
  if (!row) throw new AppError('not-found', 'There is no such contact.')
  const flow = await loadFlow(tx, services.flows, services.types, row.flow_id, row.flow_version)
  const variable = flow.flow.variables.find((one) => one.name === name)
  if (!variable) throw new AppError('not-found', 'The flow gathers nothing of that name.')
  const state = JSON.parse(row.state) as ContactState
  const node = flow.compiled.nodes.get(nodeKey(state.path)) ?? [...flow.compiled.nodes.values()][0]
  if (!node) throw new AppError('conflict', 'This cannot be done with the contact as it is now.')
  const context = toNodeContext(
    node,
    { ...state, locale: 'en-GB' },
    {
      now: services.clock.now(),
      zone: services.zoneOf(row.force_id),
      number: row.number,
      services: services.nodeServices(row.force_id),
    },
  )
  const typed = readCorrection(value, variable.type, context)
  const choices = choicesOf(flow).get(name)
  if (!choices) return typed
  if (typeof typed === 'string') return toChosen(choices, typed)
  return Array.isArray(typed) ? typed.map((one) => toChosen(choices, one)) : typed
}
