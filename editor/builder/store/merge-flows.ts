import type { Flow, FlowNode } from '../../../schema/flow.ts'
import { separateNew } from './separate-new.ts'

/** One part that two designers changed in different ways. A missing side was deleted there. */
export interface Conflict {
  part: 'node' | 'edge' | 'variable' | 'test' | 'setting'
  id: string
  mine: unknown
  theirs: unknown
}

/** Both designers' work in one flow. In a conflict it holds mine, until `choices` says otherwise. */
export interface Merged {
  flow: Flow
  conflicts: Conflict[]
}

/** Which side a person chose, by `part:id`. */
export type Choices = Readonly<Record<string, 'mine' | 'theirs'>>

export function conflictKey(conflict: Conflict): string {
  return `${conflict.part}:${conflict.id}`
}

const settings = ['name', 'description', 'tags', 'locales', 'notes'] as const

/**
 * Joins `own` and `theirs`, both made from `base`. What only one of them changed is taken; what both changed in the same
 * way is no conflict; the rest is a conflict for a person to decide, node by node, never silently.
 */
export function mergeFlows(base: Flow, own: Flow, theirs: Flow, choices: Choices = {}): Merged {
  const mine = separateNew(base, own, theirs)
  const conflicts: Conflict[] = []

  function decide(
    part: Conflict['part'],
    id: string,
    before: unknown,
    own: unknown,
    other: unknown,
  ): 'mine' | 'theirs' {
    if (sameParts(own, other) || sameParts(other, before)) return 'mine'
    if (sameParts(own, before)) return 'theirs'
    const conflict: Conflict = { part, id, mine: own, theirs: other }
    conflicts.push(conflict)
    return choices[conflictKey(conflict)] ?? 'mine'
  }

  function mergeList<Entry>(
    part: Conflict['part'],
    pick: (flow: Flow) => readonly Entry[],
    idOf: (entry: Entry) => string,
    join?: (before?: Entry, own?: Entry, other?: Entry) => Entry | undefined,
  ) {
    const index = (flow: Flow) => new Map(pick(flow).map((entry) => [idOf(entry), entry]))
    const [before, own, other] = [index(base), index(mine), index(theirs)]
    const ids = new Set([...own.keys(), ...other.keys()])
    return [...ids].flatMap((id) => {
      const joined = join?.(before.get(id), own.get(id), other.get(id))
      if (joined) return [joined]
      const chosen =
        decide(part, id, before.get(id), own.get(id), other.get(id)) === 'mine' ? own.get(id) : other.get(id)
      return chosen === undefined ? [] : [chosen]
    })
  }

  const nodes = mergeList(
    'node',
    (flow) => flow.nodes,
    (node) => node.id,
    moveAndChange,
  )
  const variables = mergeList(
    'variable',
    (flow) => flow.variables,
    (variable) => variable.name,
  )
  const tests = mergeList(
    'test',
    (flow) => flow.tests,
    (test) => test.id,
  )
  const present = new Set(nodes.map((node) => node.id))
  const edges = mergeList(
    'edge',
    (flow) => flow.edges,
    (edge) => `${edge.source} · ${edge.sourceHandle}`,
  ).filter((edge) => present.has(edge.source) && present.has(edge.target))
  let flow: Flow = { ...mine, nodes, variables, tests, edges: uniqueEdges(edges) }
  for (const setting of settings)
    if (decide('setting', setting, base[setting], mine[setting], theirs[setting]) === 'theirs')
      flow = { ...flow, [setting]: theirs[setting] }
  return { flow, conflicts }
}

/** A node that one designer moved while the other changed its settings: both, and no question. */
function moveAndChange(before?: FlowNode, own?: FlowNode, other?: FlowNode): FlowNode | undefined {
  if (!before || !own || !other || own === before || other === before) return undefined
  const still = (node: FlowNode) => sameParts({ ...node, position: before.position }, before)
  if (still(own) && !still(other)) return { ...other, position: own.position }
  if (still(other) && !still(own))
    return sameParts(own.position, before.position) ? { ...own, position: other.position } : own
  return undefined
}

/** `theirs` with every part that equals one of `base` being that very part: comparing them again then costs nothing. */
export function shareParts(base: Flow, theirs: Flow): Flow {
  const share = <Entry>(before: readonly Entry[], after: readonly Entry[], idOf: (entry: Entry) => string) => {
    const known = new Map(before.map((entry) => [idOf(entry), entry]))
    return after.map((entry) => {
      const old = known.get(idOf(entry))
      return old !== undefined && sameParts(old, entry) ? old : entry
    })
  }
  return {
    ...theirs,
    nodes: share(base.nodes, theirs.nodes, (node) => node.id),
    edges: share(base.edges, theirs.edges, (edge) => edge.id),
    variables: share(base.variables, theirs.variables, (variable) => variable.name),
    tests: share(base.tests, theirs.tests, (test) => test.id),
  }
}

/** Two people may have made different edges with the same id. */
function uniqueEdges(edges: Flow['edges']): Flow['edges'] {
  const seen = new Set<string>()
  let number = edges.length
  return edges.map((edge) => {
    let id = edge.id
    while (seen.has(id)) id = `e${++number}`
    seen.add(id)
    return id === edge.id ? edge : { ...edge, id }
  })
}

/** Whether two documents, or two parts, hold the same. */
export function sameParts(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b)
}

/** JSON with sorted keys: the server may give them back in another order. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? 'undefined'
  )
}
