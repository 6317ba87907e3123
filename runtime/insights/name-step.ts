import type { Figures } from '../../schema/api/insights.ts'
import { loadFlow } from '../contact/load-flow.ts'
import type { RunnableFlow } from '../contact/runnable-flow.ts'
import type { Services } from '../services.ts'

/** What a step of a flow is called on its card, wherever in a called flow it stands. */
export function nameStep({ compiled, definitions }: RunnableFlow, key: string): string {
  const node = compiled.nodes.get(key)
  if (!node) return key
  const { data } = node
  const own = typeof data === 'object' && data !== null && 'name' in data ? data.name : undefined
  return typeof own === 'string' && own !== '' ? own : `${definitions.get(node.type)?.name ?? node.type} (${node.id})`
}

/** Figures with the steps at which visitors left under their names. A version that cannot be read keeps the ids. */
export async function nameStepsOf(services: Services, figures: Figures): Promise<Figures> {
  const { db, flows, types } = services
  const leftAt = []
  for (const left of figures.leftAt) {
    const flow = await loadFlow(db.read, flows, types, left.flow, left.version).catch(() => undefined)
    leftAt.push({ ...left, name: flow ? nameStep(flow, left.node) : left.node })
  }
  return { ...figures, leftAt }
}
