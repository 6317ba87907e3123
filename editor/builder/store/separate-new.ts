import type { Flow } from '../../../schema/flow.ts'

/**
 * `mine` with other ids for what both designers made at the same time under the same id: two new nodes are two nodes, and
 * nobody has to choose between them. The ids depend on nothing but the one that is taken, so that every step of the
 * history gets the same.
 */
export function separateNew(base: Flow, mine: Flow, theirs: Flow): Flow {
  const nodes = newIds(base.nodes, mine.nodes, theirs.nodes)
  const tests = newIds(base.tests, mine.tests, theirs.tests)
  if (nodes.size === 0 && tests.size === 0) return mine
  const idOf = (id: string) => nodes.get(id) ?? id
  return {
    ...mine,
    nodes: mine.nodes.map((node) => (nodes.has(node.id) ? { ...node, id: idOf(node.id) } : node)),
    edges: mine.edges.map((edge) =>
      nodes.has(edge.source) || nodes.has(edge.target)
        ? { ...edge, source: idOf(edge.source), target: idOf(edge.target) }
        : edge,
    ),
    tests: mine.tests.map((test) => ({
      ...test,
      id: tests.get(test.id) ?? test.id,
      steps: test.steps.map((step) => {
        const at = step.expect?.at
        return at !== undefined && nodes.has(at) ? { ...step, expect: { ...step.expect, at: idOf(at) } } : step
      }),
    })),
  }
}

interface Named {
  id: string
}

function newIds(base: readonly Named[], mine: readonly Named[], theirs: readonly Named[]): Map<string, string> {
  const known = new Set(base.map(({ id }) => id))
  const other = new Map(theirs.map((entry) => [entry.id, entry]))
  const taken = new Set([...known, ...other.keys()])
  const renamed = new Map<string, string>()
  for (const entry of mine) {
    const twin = known.has(entry.id) ? undefined : other.get(entry.id)
    if (!twin || JSON.stringify(twin) === JSON.stringify(entry)) continue
    let id = `${entry.id.slice(0, 62)}b`
    while (taken.has(id)) id = `${id.slice(0, 62)}b`
    taken.add(id)
    renamed.set(entry.id, id)
  }
  return renamed
}
