import type { SimulatedAction, SimulatedAnswer, SimulatedScript } from '../../../schema/api/simulate.ts'
import type { Flow, FlowNode } from '../../../schema/flow.ts'

export type Operators = number | 'closed'

/** Everything that a simulation is played with: the clock, the other systems, the people, and what was done so far. */
export interface World {
  now: string
  /** The language it starts in; the flow's first where none is chosen. */
  locale: string | undefined
  operators: Operators
  /** How HTTP actions are answered, by node. One that is not named succeeds with a sample. */
  http: Readonly<Record<string, SimulatedAnswer>>
  actions: readonly SimulatedAction[]
}

/** Operators in each department where nothing else is chosen: the number that stored tests are run with. */
export const usualOperators = 2

/** A world in which nothing has happened yet. The clock stands still until it is moved. */
export function newWorld(at: Date): World {
  const now = new Date(Math.floor(at.getTime() / 60_000) * 60_000).toISOString()
  return { now, locale: undefined, operators: usualOperators, http: {}, actions: [] }
}

/** What the server is asked to play. */
export function toScript(world: World, flow: Flow, departments: readonly string[]): SimulatedScript {
  const { now, locale, operators, actions } = world
  const named = [...new Set(['control-room', 'safeguarding', ...departments, ...departmentsOf(flow)])]
  return {
    now,
    ...(locale === undefined ? {} : { locale }),
    departments: named.map((id) => ({
      id,
      open: operators !== 'closed',
      operators: operators === 'closed' ? 0 : operators,
    })),
    http: httpActions(flow).map((node) => ({ node: node.id, answer: world.http[node.id] ?? sampleAnswer(node) })),
    actions: [...actions],
  }
}

/** The time in the simulation: its start and every wait since. */
export function clockOf(world: World): Date {
  const waited = world.actions.reduce((sum, action) => sum + ('wait' in action ? action.wait : 0), 0)
  return new Date(Date.parse(world.now) + waited)
}

export function httpActions(flow: Flow): FlowNode[] {
  return flow.nodes.filter(({ type }) => type === 'http-action')
}

/** A good answer: the sample that the action's settings hold, else one with everything that it wants to keep. */
export function sampleAnswer(node: FlowNode): { status: number; body: unknown } {
  const own = readSample(node.data.sample)
  if (own !== undefined) return { status: 200, body: own }
  const body: Record<string, unknown> = {}
  const { save } = node.data
  for (const entry of Array.isArray(save) ? save : []) {
    const from: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'from') : undefined
    if (typeof from === 'string' && from !== '') put(body, from.split('.'), 'sample')
  }
  return { status: 200, body }
}

function readSample(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

function put(into: Record<string, unknown>, [key, ...rest]: readonly string[], value: unknown): void {
  if (key === undefined || key === '__proto__') return
  if (rest.length === 0) {
    into[key] = value
    return
  }
  const inner: Record<string, unknown> = {}
  put(inner, rest, value)
  const known = into[key]
  into[key] = typeof known === 'object' && known !== null ? { ...known, ...inner } : inner
}

function departmentsOf(flow: Flow): string[] {
  const found: string[] = []
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, part] of Object.entries(value))
      if (key === 'department' && typeof part === 'string' && part !== '') found.push(part)
      else look(part)
  }
  for (const { data } of flow.nodes) look(data)
  return found
}
