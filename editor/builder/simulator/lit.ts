import type { SimulatedTurn } from '../../../schema/api/simulate.ts'
import type { Flow } from '../../../schema/flow.ts'

/** What the canvas lights while the draft is simulated. */
export interface Lit {
  /** Where the contact is. */
  node: string | undefined
  nodes: ReadonlySet<string>
  edges: ReadonlySet<string>
}

/** The node of this flow that a name of the engine stands for: one of a called flow lights the node that calls it. */
export function topNode(key: string): string {
  return key.split('/')[0] ?? key
}

/** Where a simulation went in `flow`, and where it is. */
export function toLit(turns: readonly SimulatedTurn[], flow: Flow): Lit {
  const known = new Set(flow.nodes.map(({ id }) => id))
  const nodes = new Set<string>()
  const edges = new Set<string>()
  const visits = turns.flatMap(({ path }) => path)
  const last = turns.at(-1)
  for (const [index, { node, event }] of visits.entries()) {
    const source = topNode(node)
    if (known.has(source)) nodes.add(source)
    const next = visits[index + 1]?.node ?? last?.node
    const target = next === undefined ? undefined : topNode(next)
    const outcome = event.startsWith('outcome.') ? event.slice('outcome.'.length) : undefined
    const ways = flow.edges.filter((edge) => edge.source === source && edge.target === target)
    const edge = ways.find(({ sourceHandle }) => sourceHandle === outcome) ?? (node.includes('/') ? ways[0] : undefined)
    if (edge && (outcome !== undefined || event === 'step.end')) edges.add(edge.id)
  }
  const node = last && topNode(last.node)
  if (node !== undefined && known.has(node)) nodes.add(node)
  return { node: node !== undefined && known.has(node) ? node : undefined, nodes, edges }
}
