/** A step from one format of the document to the next. Numbered, forward only, each with a frozen fixture. */
export interface FlowMigration {
  from: string
  to: string
  migrate(document: Record<string, unknown>): Record<string, unknown>
}

/**
 * `signpost.flow/0` is the format of the first trials: `start` named the first node, `connections` were
 * `{ from: "node.outcome", to }`, and text was English only.
 */
const fromZero: FlowMigration = {
  from: 'signpost.flow/0',
  to: 'signpost.flow/1',
  migrate: ({ connections, ...document }) => ({
    ...document,
    format: 'signpost.flow/1',
    locales: document.locales ?? ['en-GB'],
    variables: document.variables ?? [],
    edges: (Array.isArray(connections) ? connections : []).flatMap((connection, index) => {
      if (typeof connection !== 'object' || connection === null) return []
      const [source, sourceHandle] = String(connection.from).split('.')
      return [{ id: `e${index + 1}`, source, sourceHandle: sourceHandle ?? 'next', target: String(connection.to) }]
    }),
    tests: document.tests ?? [],
    notes: document.notes ?? [],
  }),
}

/** Every step there is, oldest first. A format that no step leads from and that is not the current one is refused. */
export const flowMigrations: readonly FlowMigration[] = [fromZero]
