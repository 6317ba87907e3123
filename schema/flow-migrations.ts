/** A step from one format of the document to the next. Numbered, forward only, each with a frozen fixture. */
export interface FlowMigration {
  from: string
  to: string
  migrate(document: Record<string, unknown>): Record<string, unknown>
}

/**
 * `signpost.flow/0` is the format of the first trials: `start` named the first node, `connections` were
 * `{ from: "node.outcome", to }`, nodes had no version, and text was English only.
 */
const fromZero: FlowMigration = {
  from: 'signpost.flow/0',
  to: 'signpost.flow/1',
  migrate: ({ connections = [], start, nodes = [], ...document }) => {
    const first = startOf(start, nodes)
    const edges = Array.isArray(connections) ? connections.map(toEdge) : connections
    return {
      ...document,
      format: 'signpost.flow/1',
      locales: document.locales ?? ['en-GB'],
      variables: document.variables ?? [],
      nodes: Array.isArray(nodes) ? [...(first ? [first.node] : []), ...nodes.map(withVersion)] : nodes,
      edges: first && Array.isArray(edges) ? [first.edge, ...edges] : edges,
      tests: document.tests ?? [],
      notes: document.notes ?? [],
    }
  },
}

/** What cannot be read is handed on as it is, so that `parseFlow` refuses it with its place. */
function toEdge(connection: unknown, index: number): unknown {
  if (typeof connection !== 'object' || connection === null) return connection
  const { from, to, ...rest }: Record<string, unknown> = { ...connection }
  const [source, sourceHandle = 'next'] = typeof from === 'string' ? from.split('.') : [from]
  return { ...rest, id: `e${index + 1}`, source, sourceHandle, target: to }
}

function withVersion(node: unknown): unknown {
  return typeof node === 'object' && node !== null ? { version: 1, ...node } : node
}

/** A start that leads to the node which `start` named, unless there is one. */
function startOf(first: unknown, nodes: unknown) {
  if (typeof first !== 'string' || !Array.isArray(nodes)) return undefined
  const known = nodes.filter((node) => typeof node === 'object' && node !== null)
  if (known.some((node) => node.type === 'start')) return undefined
  let id = 'start'
  while (known.some((node) => node.id === id)) id += '-0'
  return {
    node: { id, type: 'start', version: 1, position: { x: -320, y: 0 }, data: {} },
    edge: { id: 'e0', source: id, sourceHandle: 'next', target: first },
  }
}

/** Every step there is, oldest first. A format that no step leads from and that is not the current one is refused. */
export const flowMigrations: readonly FlowMigration[] = [fromZero]
