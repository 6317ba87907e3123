import type { FlowTestResult } from '../../../schema/api/simulate.ts'
import type { Flow, FlowNode } from '../../../schema/flow.ts'

/**
 * Ids of the tests whose outcome an edit can change. A conversation depends on nothing but its own steps, the flow's
 * variables and languages, and the nodes that it comes to with where they lead: a test that came to none of what changed
 * goes as it went before.
 */
export function affectedTests(before: Flow, after: Flow, results: readonly FlowTestResult[]): string[] {
  const everything = framework(before) !== framework(after)
  const changed = everything ? undefined : changedNodes(before, after)
  const known = new Map(results.map((result) => [result.id, result]))
  const old = new Map(before.tests.map((test) => [test.id, test]))
  return after.tests
    .filter((test) => {
      const result = known.get(test.id)
      if (!changed || !result || old.get(test.id) !== test) return true
      return result.covered.nodes.some((id) => changed.has(id))
    })
    .map(({ id }) => id)
}

/** What every conversation depends on. A person who was asked for leads on to the flow's first survey. */
function framework({ id, variables, locales, nodes }: Flow): string {
  return JSON.stringify([id, variables, locales, nodes.find(({ type }) => type === 'survey')?.id])
}

/** Nodes with other settings or other ways out. Where they stand on the canvas does not count. */
function changedNodes(before: Flow, after: Flow): Set<string> {
  const changed = new Set<string>()
  const old = new Map(before.nodes.map((node) => [node.id, node]))
  for (const node of after.nodes) {
    const was = old.get(node.id)
    if (!was || (was !== node && settingsOf(was) !== settingsOf(node))) changed.add(node.id)
    old.delete(node.id)
  }
  for (const id of old.keys()) changed.add(id)
  const ways = new Map(before.edges.map((edge) => [edge.id, edge]))
  for (const edge of after.edges) {
    const was = ways.get(edge.id)
    ways.delete(edge.id)
    if (was && was.source === edge.source && was.sourceHandle === edge.sourceHandle && was.target === edge.target)
      continue
    changed.add(edge.source)
    if (was) changed.add(was.source)
  }
  for (const { source } of ways.values()) changed.add(source)
  return changed
}

function settingsOf({ type, version, data }: FlowNode): string {
  return JSON.stringify([type, version, data])
}
