import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createActor, createMachine, fromCallback, initialTransition, SimulatedClock, transition } from 'xstate'
import { definitions } from '../../nodes/definitions.ts'
import { soundFlow } from '../../schema/testing/sound-flow.ts'
import { threeQuestions, toFlow } from '../testing/sample-flows.ts'
import { compileFlow } from './compile-flow.ts'
import { createPureMachine, type Machine, type MachineAction, toPath, toValue } from './machine.ts'
import type { MachineConfig } from './machine-config.ts'

type XStateConfig = Parameters<typeof createMachine>[0]
const machineOf = (flow: Parameters<typeof compileFlow>[0]): [Machine, MachineConfig] => {
  const { config } = compileFlow(flow, definitions)
  return [createPureMachine(config), config]
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

const waiting = toFlow(
  [
    ['start', 'start'],
    ['ask', 'question', { question: 'What?', idleHours: 2 }],
    ['rms', 'http-action', { connection: 'rms' }],
    ['person', 'handover', { department: 'd' }],
    ['end', 'end'],
  ],
  [
    'start.next > ask',
    'ask.answered > rms',
    'ask.gave-up > ask',
    'rms.succeeded > person',
    'rms.failed > person',
    'person.resolved > end',
    'person.returned > ask',
    'person.unavailable > end',
  ],
)

describe('what a move asks of the engine', () => {
  const [machine] = machineOf(waiting)
  const timer = 'xstate.after.7200000.ask:waiting-idle'

  it('is nothing where a node only passes on', () => {
    expect(machine.initial).toEqual({ path: 'start', actions: [], moved: true })
    expect(machine.move('start', 'outcome.next')).toEqual({ path: 'ask.entering', actions: [], moved: true })
  })

  it('is a timer where a time limit begins, and its end where the limit is left', () => {
    expect(machine.move('ask.entering', 'step.wait.idle')).toEqual({
      path: 'ask.waiting-idle',
      actions: [{ kind: 'set-timer', id: timer, delay: 7_200_000 }],
      moved: true,
    })
    const cleared = { kind: 'clear-timer', id: timer }
    expect(machine.move('ask.waiting-idle', 'node.happened')).toEqual({
      path: 'ask.deciding',
      actions: [cleared],
      moved: true,
    })
    expect(machine.move('ask.waiting-idle', timer)).toMatchObject({ path: 'ask.deciding', moved: true })
    expect(machine.move('ask.waiting-idle', 'safety.emergency')).toEqual({
      path: '$emergency.entering',
      actions: [cleared],
      moved: true,
    })
    expect(machine.move('ask.waiting-idle', 'visitor.ended')).toMatchObject({
      path: '$closed',
      actions: expect.arrayContaining([cleared]),
    })
  })

  it('is an effect where a node works, and its end where the work is left', () => {
    expect(machine.move('rms.entering', 'step.do')).toEqual({
      path: 'rms.working',
      actions: [{ kind: 'start-effect', child: 'rms', src: 'http' }],
      moved: true,
    })
    expect(machine.move('rms.working', 'xstate.done.actor.rms').path).toBe('rms.deciding')
    expect(machine.move('rms.working', 'xstate.error.actor.rms').path).toBe('rms.deciding')
    expect(machine.move('rms.working', 'safety.emergency')).toMatchObject({
      path: '$emergency.entering',
      actions: [{ kind: 'stop-effect' }],
    })
  })

  it('does not move by what has no meaning here, and says so', () => {
    for (const event of [
      'outcome.gone',
      'node.happened',
      'step.end',
      '',
      'xstate.init',
      'xstate.done.actor.rms',
      timer,
      'toString',
    ])
      expect(machine.move('start', event)).toEqual({ path: 'start', actions: [], moved: false })
    expect(machine.move('$emergency.waiting', 'safety.emergency').moved).toBe(false)
    expect(machine.move('$person.waiting', 'flow.failed').moved).toBe(false)
  })

  it('moves where a node leads back to itself', () => {
    expect(machine.move('ask.deciding', 'outcome.gave-up')).toEqual({ path: 'ask.entering', actions: [], moved: true })
    expect(machine.move('ask.entering', 'outcome.gave-up')).toEqual({ path: 'ask.entering', actions: [], moved: true })
  })

  it.each([
    'gone',
    'ask.gone',
    'ask.waiting.deeper',
    '',
    '.',
    'constructor',
    'toString',
    '__proto__',
    'ask.constructor',
    '$gone',
  ])('throws where it is asked about a state that it does not have: %s', (from) => {
    expect(() => machine.move(from, 'outcome.next')).toThrow(`"${from}" is not a state of "sample".`)
  })

  it('warns of nothing: effects are performed by workers', () => {
    createPureMachine(compileFlow(waiting, definitions).config).move('rms.entering', 'step.do')
    expect(console.warn).not.toHaveBeenCalled()
  })
})

it('writes a state as one string and reads it back', () => {
  for (const path of ['ask', 'ask.waiting', 'call/ask.waiting-idle', '$emergency.entering'])
    expect(toPath(toValue(path))).toBe(path)
  expect(() => toPath({})).toThrow()
})

/** Every event that means something somewhere in the machine, and some that mean nothing. */
function eventsOf(config: MachineConfig): string[] {
  const names = new Set<string>(Object.keys(config.on))
  for (const { on = {}, states = {} } of Object.values(config.states)) {
    for (const event of Object.keys(on)) names.add(event)
    for (const inner of Object.values(states)) {
      for (const event of Object.keys(inner.on ?? {})) names.add(event)
      for (const delay of Object.keys(inner.after ?? {})) names.add(`xstate.after.${delay}.${inner.id}`)
      if (inner.invoke) names.add(`xstate.done.actor.${inner.invoke.id}`).add(`xstate.error.actor.${inner.invoke.id}`)
    }
  }
  return [...names, 'nothing', 'outcome.gone']
}

it('takes with what it remembers the same way that XState takes with whole snapshots, on every walk', () => {
  fc.assert(
    fc.property(soundFlow, fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 80 }), (flow, numbers) => {
      const [machine, config] = machineOf(flow)
      const events = eventsOf(config)
      const plain = createMachine(config as XStateConfig)
      let [snapshot] = initialTransition(plain)
      let path = machine.initial.path
      expect(path).toBe(toPath(snapshot.value))
      for (const number of numbers) {
        // Half of the time something that leads on from here, so that walks go far.
        const here = events.filter((event) => machine.move(path, event).moved && event !== 'visitor.ended')
        const pool = number % 2 === 0 && here.length > 0 ? here : events
        const event = pool[Math.floor(number / 2) % pool.length] ?? ''
        // XState stops a machine that hears of an error which it did not ask about; the engine never sends one.
        if (event.startsWith('xstate.error.') && !machine.move(path, event).moved) continue
        const [next, actions] = transition(plain, snapshot, { type: event })
        const move = machine.move(path, event)
        expect(move.path, `${path} ${event}`).toBe(toPath(next.value))
        // A snapshot goes on listing children that were stopped, and XState stops them again when the machine ends.
        const again = next.status === 'done' && !path.endsWith('.working')
        const asked = askedOf(actions).filter((word) => !(again && word === 'stop'))
        expect(move.actions.map(wordOf).sort(), `${path} ${event}`).toEqual(asked.sort())
        if (next.status === 'done') return
        snapshot = next
        path = move.path
      }
    }),
    { numRuns: 150 },
  )
})

/** What an action of ours, and one of XState, come down to. At the end of all XState stops a child twice: once is enough. */
function wordOf(action: MachineAction): string {
  if (action.kind === 'set-timer') return `set ${action.id} ${action.delay}`
  if (action.kind === 'clear-timer') return `clear ${action.id}`
  return action.kind === 'start-effect' ? `start ${action.child} ${action.src}` : 'stop'
}
function askedOf(actions: readonly { type: string; params?: unknown }[]): string[] {
  const words = actions.flatMap(({ type, params }) => {
    const of = (name: string) => String(Reflect.get(Object(params), name))
    if (type === 'xstate.raise') return [`set ${of('id')} ${of('delay')}`]
    if (type === 'xstate.cancel') return [`clear ${of('sendId')}`]
    if (type === 'xstate.spawnChild') return [`start ${of('id')} ${of('src')}`]
    return type === 'xstate.stopChild' ? ['stop'] : []
  })
  return [...new Set(words)]
}

it('gives the same answer again from memory', () => {
  const [machine] = machineOf(threeQuestions)
  expect(machine.move('start', 'outcome.next')).toBe(machine.move('start', 'outcome.next'))
})

it('stays in the state in which a real actor of XState is, on the same events and at the same times', () => {
  fc.assert(
    fc.property(soundFlow, fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 40 }), (flow, numbers) => {
      const [machine, config] = machineOf(flow)
      const clock = new SimulatedClock()
      const idle = Object.fromEntries(['http', 'answer'].map((src) => [src, fromCallback(() => {})]))
      const actor = createActor(createMachine(config as XStateConfig).provide({ actors: idle }), { clock })
      actor.start()
      let move = machine.initial
      const timers = new Map<string, number>()
      const take = (event: string) => {
        move = machine.move(move.path, event)
        for (const action of move.actions) {
          if (action.kind === 'set-timer') timers.set(action.id, clock.now() + action.delay)
          if (action.kind === 'clear-timer') timers.delete(action.id)
        }
      }
      for (const number of numbers) {
        const due = [...timers].sort((a, b) => a[1] - b[1])[0]
        if (due && number % 3 === 0) {
          // The row that is due next, and the actor's own clock moved to that instant.
          timers.delete(due[0])
          const ms = due[1] - clock.now()
          clock.increment(ms)
          take(due[0])
        } else {
          const here = eventsOf(config).filter(
            (event) =>
              !event.startsWith('xstate.') && event !== 'visitor.ended' && machine.move(move.path, event).moved,
          )
          const event = here[Math.floor(number / 3) % here.length]
          if (event === undefined) return
          actor.send({ type: event })
          take(event)
        }
        expect(toPath(actor.getSnapshot().value)).toBe(move.path)
        if (move.path === '$closed') return
      }
    }),
    { numRuns: 100 },
  )
})

it('fires a time limit at the same instant as an actor of XState does, and not a moment before', () => {
  const [machine, config] = machineOf(waiting)
  const clock = new SimulatedClock()
  const actor = createActor(createMachine(config as XStateConfig), { clock })
  actor.start()
  for (const type of ['outcome.next', 'step.wait.idle']) actor.send({ type })
  const [asked] = machine.move('ask.entering', 'step.wait.idle').actions
  if (asked?.kind !== 'set-timer') throw new Error('A timer has to be asked for.')
  clock.increment(asked.delay - 1)
  expect(toPath(actor.getSnapshot().value)).toBe('ask.waiting-idle')
  clock.increment(1)
  expect(toPath(actor.getSnapshot().value)).toBe(machine.move('ask.waiting-idle', asked.id).path)
})

it('compiles and walks ten thousand nodes without delay', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `n${index}`)
  const flow = toFlow(
    [['start', 'start'], ...ids.map((id) => [id, 'message', { text: 'x' }] as const), ['end', 'end']],
    ['start.next > n0', ...ids.map((id, index) => `${id}.next > ${ids[index + 1] ?? 'end'}`)],
  )
  const from = performance.now()
  const [machine] = machineOf(flow)
  let { path } = machine.initial
  for (let count = 0; count < 50; count++) path = machine.move(path, 'outcome.next').path
  expect(path).toBe('n49')
  expect(performance.now() - from).toBeLessThan(10_000)
})
