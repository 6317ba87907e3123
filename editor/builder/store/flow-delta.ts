import { z } from 'zod'
import { Flow, FlowEdge, FlowNode, FlowTest, Variable } from '../../../schema/flow.ts'

const Note = Flow.shape.notes.element

/** What to do to a list to have another: take entries out, then put entries in at their places. */
const listDelta = <Entry extends z.ZodType>(entry: Entry) =>
  z.object({ cut: z.array(z.string()), put: z.array(z.tuple([z.int().min(0), entry])) })

/** What is different between two flows, by whole nodes, edges, variables, tests and notes. */
export const FlowDelta = z.object({
  nodes: listDelta(FlowNode).optional(),
  edges: listDelta(FlowEdge).optional(),
  variables: listDelta(Variable).optional(),
  tests: listDelta(FlowTest).optional(),
  notes: listDelta(Note).optional(),
  settings: Flow.omit({ nodes: true, edges: true, variables: true, tests: true, notes: true }).optional(),
})
export type FlowDelta = z.infer<typeof FlowDelta>

interface ListDelta<Entry> {
  cut: string[]
  put: [number, Entry][]
}

/** What has to be done to `from` to have `to`. Parts that both share are not looked into. */
export function toDelta(from: Flow, to: Flow): FlowDelta {
  return {
    nodes: diffList(from.nodes, to.nodes, idOf),
    edges: diffList(from.edges, to.edges, idOf),
    variables: diffList(from.variables, to.variables, nameOf),
    tests: diffList(from.tests, to.tests, idOf),
    notes: diffList(from.notes, to.notes, idOf),
    settings: settingsOf(from, to),
  }
}

/** `flow` with `delta` done to it. What the delta does not name is the same object as before. */
export function applyDelta(flow: Flow, delta: FlowDelta): Flow {
  return {
    ...(delta.settings ?? flow),
    nodes: patchList(flow.nodes, delta.nodes, idOf),
    edges: patchList(flow.edges, delta.edges, idOf),
    variables: patchList(flow.variables, delta.variables, nameOf),
    tests: patchList(flow.tests, delta.tests, idOf),
    notes: patchList(flow.notes, delta.notes, idOf),
  }
}

function idOf(entry: { id: string }): string {
  return entry.id
}

function nameOf(entry: { name: string }): string {
  return entry.name
}

function settingsOf(from: Flow, to: Flow): FlowDelta['settings'] {
  const lists = ['nodes', 'edges', 'variables', 'tests', 'notes']
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((key) => !lists.includes(key))
  if (keys.every((key) => from[key] === to[key])) return undefined
  const { nodes: _nodes, edges: _edges, variables: _variables, tests: _tests, notes: _notes, ...settings } = to
  return settings
}

function diffList<Entry>(
  from: readonly Entry[],
  to: readonly Entry[],
  keyOf: (entry: Entry) => string,
): ListDelta<Entry> | undefined {
  if (from === to) return undefined
  const before = new Map(from.map((entry) => [keyOf(entry), entry]))
  const kept = new Set(to.filter((entry) => before.get(keyOf(entry)) === entry).map(keyOf))
  // Entries that stay must stand in the same order; one that moved among them is cut out and put in again.
  const order = new Map(from.map((entry, index) => [keyOf(entry), index]))
  let last = -1
  for (const entry of to) {
    const at = order.get(keyOf(entry)) ?? -1
    if (!kept.has(keyOf(entry))) continue
    if (at < last) kept.delete(keyOf(entry))
    else last = at
  }
  return {
    cut: from.map(keyOf).filter((key) => !kept.has(key)),
    put: to.flatMap((entry, index): [number, Entry][] => (kept.has(keyOf(entry)) ? [] : [[index, entry]])),
  }
}

function patchList<Entry>(
  list: Entry[],
  delta: ListDelta<Entry> | undefined,
  keyOf: (entry: Entry) => string,
): Entry[] {
  if (!delta) return list
  const cut = new Set(delta.cut)
  const patched = list.filter((entry) => !cut.has(keyOf(entry)))
  for (const [index, entry] of delta.put) patched.splice(index, 0, entry)
  return patched
}
