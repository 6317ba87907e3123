import type { MachineChart } from '../../../schema/api/simulate.ts'

/** A state as it is drawn: one box for each node of the machine, with its inner states as rows where there is room. */
export interface ChartState {
  /** Its box: a state may be drawn twice, as what leads here and as where it can lead. */
  id: string
  key: string
  type: string
  active: boolean
  /** Rows of the inner states; none where the box is drawn small. */
  parts: { name: string; active: boolean; ways: string[] }[]
  x: number
  y: number
  width: number
  height: number
}
export interface ChartEdge {
  id: string
  source: string
  target: string
  /** Events that lead this way. */
  events: string[]
  /** It begins or ends at the active state. */
  near: boolean
}
export interface Chart {
  states: ChartState[]
  edges: ChartEdge[]
}

const width = 200
const small = 40
const rowHeight = 22
const gapX = 190
const gapY = 18
/** A column that is longer goes on in a second one beside it. */
const mostRows = 10

/** Names of the states that lead to, or can be come to from, anywhere: they would make every chart a knot. */
const everywhere = (key: string) => key.startsWith('$')

/** The whole machine, in columns by how many moves away from its beginning a state is. */
export function toWholeChart(machine: MachineChart, activePath: string | undefined): Chart {
  const ways = waysOf(machine)
  const columns = toColumns(machine, ways)
  const [activeKey] = splitPath(activePath)
  const states: ChartState[] = []
  let x = 0
  for (const keys of columns)
    for (let from = 0; from < keys.length; from += mostRows) {
      for (const [row, key] of keys.slice(from, from + mostRows).entries())
        states.push(box(machine, key, activePath, false, x, row * (small + gapY)))
      x += width + gapX / 2
    }
  return { states, edges: toEdges(ways, new Set(states.map(({ key }) => key)), activeKey) }
}

/** The active state with its inner states, what leads to it, and where it can lead: readable however large the machine is. */
export function toNearChart(machine: MachineChart, activePath: string | undefined): Chart {
  const [activeKey] = splitPath(activePath ?? machine.initial)
  if (!machine.states[activeKey]) return { states: [], edges: [] }
  const ways = waysOf(machine)
  const before = unique(
    ways.filter(({ target, source }) => target === activeKey && source !== activeKey),
    'source',
  )
  const after = unique(
    ways.filter(({ source }) => source === activeKey),
    'target',
  )
  const column = (keys: readonly string[], side: string, x: number) =>
    keys.map((key, row) => ({
      ...box(machine, key, activePath, false, x, row * (small + gapY) - (keys.length * (small + gapY) - gapY) / 2),
      id: `${side} ${key}`,
    }))
  const centre = box(machine, activeKey, activePath, true, width + gapX, 0)
  centre.y = -centre.height / 2
  const states = [...column(before, 'from', 0), centre, ...column(after, 'to', centre.x + centre.width + gapX)]
  // No line has to turn back: what leads here stands on the left, where it can lead on the right.
  const edges = toEdges(ways, new Set(states.map(({ key }) => key)), activeKey).flatMap((edge) => {
    if (edge.source === activeKey) return [{ ...edge, target: `to ${edge.target}` }]
    return edge.target === activeKey ? [{ ...edge, source: `from ${edge.source}` }] : []
  })
  return { states, edges }
}

interface Way {
  source: string
  target: string
  event: string
}

/** Every move from one node to another, without those that hold everywhere. */
export function waysOf({ states }: MachineChart): Way[] {
  return Object.entries(states).flatMap(([source, state]) =>
    Object.entries(state.on ?? {}).flatMap(([event, to]) => {
      const target = targetOf(to)
      return target === undefined || !states[target] ? [] : [{ source, target, event }]
    }),
  )
}

function targetOf(to: string | { target?: string | undefined }): string | undefined {
  return (typeof to === 'string' ? to : to.target)?.replace(/^#/, '')
}

function unique(ways: readonly Way[], end: 'source' | 'target'): string[] {
  return [...new Set(ways.map((way) => way[end]))].sort((a, b) => Number(everywhere(a)) - Number(everywhere(b)))
}

function toEdges(ways: readonly Way[], drawn: ReadonlySet<string>, activeKey: string): ChartEdge[] {
  const edges = new Map<string, ChartEdge>()
  for (const { source, target, event } of ways) {
    if (!drawn.has(source) || !drawn.has(target)) continue
    const id = `${source} > ${target}`
    const near = source === activeKey || target === activeKey
    const edge = edges.get(id) ?? { id, source, target, events: [], near }
    edge.events.push(event)
    edges.set(id, edge)
  }
  return [...edges.values()]
}

function toColumns({ states, initial }: MachineChart, ways: readonly Way[]): string[][] {
  const depth = new Map([[initial, 0]])
  const next = new Map<string, string[]>()
  for (const { source, target } of ways) next.set(source, [...(next.get(source) ?? []), target])
  const waiting = [initial]
  for (let key = waiting.shift(); key !== undefined; key = waiting.shift())
    for (const target of next.get(key) ?? []) {
      if (depth.has(target) || everywhere(target)) continue
      depth.set(target, (depth.get(key) ?? 0) + 1)
      waiting.push(target)
    }
  const last = Math.max(0, ...depth.values()) + 1
  const columns: string[][] = []
  for (const key of Object.keys(states)) {
    const column = depth.get(key) ?? last
    columns[column] = [...(columns[column] ?? []), key]
  }
  return Array.from(columns, (keys) => keys ?? [])
}

function box(
  machine: MachineChart,
  key: string,
  activePath: string | undefined,
  open: boolean,
  x: number,
  y: number,
): ChartState {
  const state = machine.states[key]
  const [activeKey, activePart] = splitPath(activePath)
  const parts = open
    ? Object.entries(state?.states ?? {}).map(([name, inner]) => ({
        name,
        active: key === activeKey && name === activePart,
        ways: innerWays(inner),
      }))
    : []
  const rows = parts.reduce((sum, { ways }) => sum + Math.max(1, ways.length), 0)
  return {
    id: key,
    key,
    type: state?.meta?.type ?? '',
    active: key === activeKey,
    parts,
    x,
    y,
    width: open && parts.length > 0 ? width * 1.6 : width,
    height: small + (rows > 0 ? rows * rowHeight + 8 : 0),
  }
}

type Inner = NonNullable<MachineChart['states'][string]['states']>[string]

/** Where an inner state leads, in words. */
function innerWays({ on = {}, after = {}, invoke }: Inner): string[] {
  const targets = new Map<string, string[]>()
  for (const [event, to] of Object.entries(on)) {
    const target = targetOf(to) ?? ''
    targets.set(target, [...(targets.get(target) ?? []), event])
  }
  return [
    ...[...targets].map(([target, events]) => `${events.join(', ')} → ${target}`),
    ...Object.entries(after).map(([ms, to]) => `after ${duration(Number(ms))} → ${targetOf(to) ?? ''}`),
    ...(invoke ? [`${invoke.src} is done → ${targetOf(invoke.onDone) ?? ''}`] : []),
  ]
}

function duration(ms: number): string {
  if (ms >= 3_600_000) return `${Number((ms / 3_600_000).toFixed(2))} h`
  if (ms >= 60_000) return `${Number((ms / 60_000).toFixed(1))} min`
  return `${Number((ms / 1_000).toFixed(1))} s`
}

/** `ask.waiting` as `['ask', 'waiting']`. */
function splitPath(path: string | undefined): [string, string | undefined] {
  const at = path?.indexOf('.') ?? -1
  return at < 0 ? [path ?? '', undefined] : [path?.slice(0, at) ?? '', path?.slice(at + 1)]
}
