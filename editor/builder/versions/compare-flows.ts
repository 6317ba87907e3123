import type { Flow, FlowNode } from '../../../schema/flow.ts'

/** What is different between two documents, by node. */
export interface FlowChanges {
  added: FlowNode[]
  removed: FlowNode[]
  changed: FlowNode[]
  moved: FlowNode[]
  /** Connections that begin, end or lead elsewhere. */
  connections: number
  variables: number
  /** Name, description or languages. */
  settings: boolean
}

/** Compares `after` with `before`. Moving a node is told apart from changing what it does. */
export function compareFlows(before: Flow, after: Flow): FlowChanges {
  const old = new Map(before.nodes.map((node) => [node.id, node]))
  const kept = new Set(after.nodes.map((node) => node.id))
  const changes: FlowChanges = {
    added: [],
    removed: before.nodes.filter((node) => !kept.has(node.id)),
    changed: [],
    moved: [],
    connections: countDifferent(before.edges.map(edgeKey), after.edges.map(edgeKey)),
    variables: countDifferent(before.variables.map(toKey), after.variables.map(toKey)),
    settings:
      toKey([before.name, before.description, before.locales, before.tags]) !==
      toKey([after.name, after.description, after.locales, after.tags]),
  }
  for (const node of after.nodes) {
    const was = old.get(node.id)
    if (!was) changes.added.push(node)
    else if (was.type !== node.type || toKey(was.data) !== toKey(node.data)) changes.changed.push(node)
    else if (was.position.x !== node.position.x || was.position.y !== node.position.y) changes.moved.push(node)
  }
  return changes
}

/** How many changes there are, as the top bar counts them. */
export function countChanges(changes: FlowChanges): number {
  return (
    changes.added.length +
    changes.removed.length +
    changes.changed.length +
    changes.connections +
    changes.variables +
    (changes.settings ? 1 : 0)
  )
}

function edgeKey(edge: Flow['edges'][number]): string {
  return `${edge.source} ${edge.sourceHandle} ${edge.target}`
}

function countDifferent(before: readonly string[], after: readonly string[]): number {
  const old = new Set(before)
  const now = new Set(after)
  const gone = before.filter((key) => !now.has(key)).length
  const fresh = after.filter((key) => !old.has(key)).length
  return Math.max(gone, fresh)
}

function toKey(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
