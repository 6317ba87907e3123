import {
  createMachine,
  fromCallback,
  initialTransition,
  type MachineSnapshot,
  type StateValue,
  transition,
} from 'xstate'
import type { MachineConfig, StateConfig } from './machine-config.ts'

/** What a move asks of the engine, as rows: timers and effects. */
export type MachineAction =
  | { kind: 'set-timer'; id: string; delay: number }
  | { kind: 'clear-timer'; id: string }
  | { kind: 'start-effect'; child: string; src: string }
  | { kind: 'stop-effect'; child: string }

/** A state as one string: `ask`, `ask.waiting`. */
export type StatePath = string

export interface Move {
  path: StatePath
  actions: MachineAction[]
  /** False when nothing leads on by the event here. A way back to the same state is a move. */
  moved: boolean
}

/** A machine that is only ever asked: where does this event lead from here, and what does it ask for? */
export interface Machine {
  initial: Move
  move(from: StatePath, event: string): Move
}

/**
 * Interprets a configuration with XState's own pure `initialTransition` and `transition`. The machine has no context, no
 * guards and no code, so a move depends on nothing but the state and the name of the event: each is asked of XState
 * once and remembered. Throws where `from` is not a state of the machine.
 */
export function createPureMachine(config: MachineConfig): Machine {
  const machine = createMachine(config as Parameters<typeof createMachine>[0]).provide({ actors: placeholders(config) })
  const paths = new Set(Object.entries(config.states).flatMap(([name, state]) => pathsOf(name, state)))
  const snapshots = new Map<
    StatePath,
    MachineSnapshot<object, { type: string }, never, never, never, never, never, never>
  >()
  const moves = new Map<string, Move>()
  const [first, actions] = initialTransition(machine)
  const initial = remember(first, actions, true)

  return {
    initial,
    move(from, event) {
      const name = `${from} ${event}`
      const known = moves.get(name)
      if (known) return known
      if (!paths.has(from)) throw new Error(`"${from}" is not a state of "${config.id}".`)
      const before = snapshots.get(from) ?? machine.resolveState({ value: toValue(from), context: {} })
      snapshots.set(from, before as never)
      const [after, asked] = transition(machine, before as never, { type: event })
      const found = machine.getTransitionData(before as never, { type: event })
      const move = remember(after, asked, found?.some(({ target }) => target !== undefined) ?? false)
      moves.set(name, move)
      return move
    },
  }

  function remember(
    snapshot: { value: StateValue },
    asked: readonly { type: string; params?: unknown }[],
    moved: boolean,
  ): Move {
    const path = toPath(snapshot.value)
    return { path, actions: asked.flatMap(toAction), moved }
  }
}

function pathsOf(name: string, { states = {} }: StateConfig): StatePath[] {
  return [name, ...Object.entries(states).flatMap(([inner, state]) => pathsOf(`${name}.${inner}`, state))]
}

/** Effects are performed by workers, never by XState: it only has to know that what is invoked exists. */
function placeholders(config: MachineConfig) {
  const invoked = Object.values(config.states).flatMap(({ states = {} }) =>
    Object.values(states).flatMap(({ invoke }) => (invoke ? [invoke.src] : [])),
  )
  return Object.fromEntries(invoked.map((src) => [src, fromCallback(() => {})]))
}

/** `{ ask: 'waiting' }` as `ask.waiting`. */
export function toPath(value: StateValue): StatePath {
  if (typeof value === 'string') return value
  const [entry] = Object.entries(value)
  if (!entry) throw new Error('A machine is always in a state.')
  const [name, inner] = entry
  return inner === undefined ? name : `${name}.${toPath(inner)}`
}

/** `ask.waiting` as `{ ask: 'waiting' }`. */
export function toValue(path: StatePath): StateValue {
  const at = path.indexOf('.')
  return at < 0 ? path : { [path.slice(0, at)]: toValue(path.slice(at + 1)) }
}

function toAction(action: { type: string; params?: unknown }): MachineAction[] {
  const params = typeof action.params === 'object' && action.params !== null ? action.params : {}
  const text = (name: string) => String(Reflect.get(params, name) ?? '')
  switch (action.type) {
    case 'xstate.raise':
      return [{ kind: 'set-timer', id: text('id'), delay: Number(Reflect.get(params, 'delay')) }]
    case 'xstate.cancel':
      return [{ kind: 'clear-timer', id: text('sendId') }]
    case 'xstate.spawnChild':
      return [{ kind: 'start-effect', child: text('id'), src: text('src') }]
    case 'xstate.stopChild':
      return [{ kind: 'stop-effect', child: '' }]
    default:
      return []
  }
}
