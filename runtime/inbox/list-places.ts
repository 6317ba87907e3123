import { nodeName } from '../../schema/node-definition.ts'
import type { Principal } from '../accounts/principal.ts'
import { loadFlow } from '../contact/load-flow.ts'
import type { Services } from '../services.ts'
import { getSeen } from './rights.ts'

/** Steps of the contact's own flow that a person can hand it back to: what the visitor meets, in the flow's order. */
export async function listPlaces(
  services: Services,
  principal: Principal,
  id: string,
): Promise<{ node: string; name: string }[]> {
  const { read } = services.db
  await getSeen(read, principal, id)
  const [row] = await read.all<{ flow_id: string; flow_version: number }>(
    'SELECT flow_id, flow_version FROM contacts WHERE id = ? AND force_id = ?',
    [id, principal.forceId],
  )
  if (!row) return []
  const { compiled, definitions } = await loadFlow(read, services.flows, services.types, row.flow_id, row.flow_version)
  return [...compiled.nodes.values()]
    .filter(({ key, type }) => {
      const rests = definitions.get(type)?.rests
      return !key.startsWith('$') && rests?.visitor === true && rests.operator !== true
    })
    .map(({ key, id: nodeId, flow }) => {
      const node = flow.nodes.find((one) => one.id === nodeId)
      return { node: key, name: node ? nodeName(node, definitions) : key }
    })
}
