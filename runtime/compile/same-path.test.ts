import { beforeEach, expect, it, vi } from 'vitest'
import { createMachine, initialTransition, transition } from 'xstate'
import { definitions } from '../../nodes/definitions.ts'
import { runtimes } from '../../nodes/runtimes.ts'
import type { Assessment } from '../../schema/assessment.ts'
import type { Flow, FlowTest } from '../../schema/flow.ts'
import { parseFlow } from '../../schema/parse-flow.ts'
import { operatorCause, startPlay } from '../contact/play.ts'
import { playTest } from '../contact/play-test.ts'
import { type RunnableFlow, toRunnable } from '../contact/runnable-flow.ts'
import { threeQuestions, toFlow } from '../testing/sample-flows.ts'
import { toPath } from './machine.ts'

/**
 * The exported configuration, loaded into plain XState with nothing added, is fed the events that the server's engine
 * sent, and has to pass through the same states.
 */
interface Sent {
  from: string
  event: string
  to: string
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})

/** `flow` as the server runs it, keeping every event that it sends to its machine. */
function watched(flow: Flow, called: ReadonlyMap<string, Flow> = new Map()): { runnable: RunnableFlow; sent: Sent[] } {
  const runnable = toRunnable(flow, 1, { definitions, runtimes }, called)
  const sent: Sent[] = []
  const { initial, move } = runnable.machine
  const machine = {
    initial,
    move(from: string, event: string) {
      const made = move(from, event)
      sent.push({ from, event, to: made.path })
      return made
    },
  }
  return { runnable: { ...runnable, machine }, sent }
}

/** How many events plain XState was fed. Throws where it went another way than the server. */
function follow({ compiled }: RunnableFlow, sent: readonly Sent[]): number {
  const exported: unknown = JSON.parse(JSON.stringify(compiled.config))
  const plain = createMachine(exported as Parameters<typeof createMachine>[0])
  const [begin] = initialTransition(plain)
  let snapshot = begin
  for (const { from, event, to } of sent) {
    // A contact that was closed and writes of danger is opened again: a new life of the machine.
    if (toPath(snapshot.value) === '$closed' && from === compiled.start) snapshot = begin
    expect(toPath(snapshot.value), `before ${event}`).toBe(from)
    const [next] = transition(plain, snapshot, { type: event })
    expect(toPath(next.value), `${from} ${event}`).toBe(to)
    snapshot = next
  }
  return sent.length
}

/** A detector that knows one word of each kind. */
function assess(text: string): Assessment {
  const verdict = /knife/.test(text) ? 'emergency' : /hurts me/.test(text) ? 'safeguarding' : 'none'
  return { verdict, category: 'ordinary', confidence: 1, evidence: [], detectorVersion: 'test' }
}
const stage = {
  assess,
  now: Date.UTC(2026, 10, 20, 19, 41),
  departments: [{ id: 'control-room', name: 'Control room', open: true, operators: 1, waiting: 0 }],
}

it('passes through the same states in a conversation with every turn that a contact can take', () => {
  const flow = toFlow(
    [
      ['start', 'start'],
      ['safe', 'safety-check', { question: 'Danger?', yes: 'Yes', no: 'No', third: 'Harm' }],
      ['what', 'question', { question: 'What?', variable: 'item', idleHours: 1 }],
      ['rms', 'http-action', { connection: 'rms', path: ['reports'], save: [{ from: 'id', variable: 'item' }] }],
      ['person', 'handover', { department: 'control-room' }],
      ['rate', 'survey', { question: 'How?' }],
      ['end', 'end'],
    ],
    [
      'start.next > safe',
      'safe.safe > what',
      'safe.emergency > person',
      'safe.safeguarding > person',
      'what.answered > rms',
      'what.gave-up > end',
      'rms.succeeded > person',
      'rms.failed > what',
      'person.resolved > rate',
      'person.returned > what',
      'person.unavailable > rate',
      'rate.completed > end',
      'rate.skipped > end',
    ],
    { variables: [{ name: 'item', type: 'text' }] },
  )
  let answers = 0
  const { runnable, sent } = watched(flow)
  const play = startPlay(runnable, {
    ...stage,
    perform: () => (answers++ === 0 ? undefined : { ok: true, output: { status: 200, body: { id: 'R1' } } }),
  })
  play.send({ kind: 'choice', value: 'no' })
  play.send({ kind: 'text', text: 'a bag' })
  play.send({ kind: 'text', text: 'a blue bag' })
  play.take(operatorCause('join'))
  play.send({ kind: 'text', text: 'hello' })
  play.take(operatorCause('return'))
  play.send({ kind: 'person' })
  play.take(operatorCause('join'))
  play.take(operatorCause('return'))
  play.wait(2 * 3_600_000)
  play.send({ kind: 'text', text: 'he hurts me' })
  play.send({ kind: 'text', text: 'he has a knife' })
  play.take(operatorCause('join'))
  play.take(operatorCause('close'))
  play.send({ kind: 'text', text: 'he is back with the knife' })
  play.take({ kind: 'ended' })
  expect(follow(runnable, sent)).toBeGreaterThan(25)
  const visited = [...new Set(sent.map(({ to }) => to.split('.')[0]))]
  expect(visited).toEqual(
    expect.arrayContaining(['safe', 'what', 'rms', 'person', '$person', '$safeguarding', '$emergency', '$closed']),
  )
})

it('records as the path of a turn exactly the events that the machine was sent', () => {
  const { runnable, sent } = watched(threeQuestions)
  const play = startPlay(runnable, stage)
  const before = sent.length
  const turns = play.send({ kind: 'text', text: 'an umbrella' })
  expect(Array.isArray(turns) && turns.flatMap(({ path }) => path)).toEqual(
    sent.slice(before).map(({ from, event }) => `${from.split('.')[0]} ${event}`),
  )
})

it.each([
  ['answers', ['an umbrella', 'on the bus', 'yes']],
  ['an emergency half way', ['an umbrella', 'a man with a knife', 'still here']],
  ['nothing that is understood', ['', '', '']],
])('passes through the same states of the sample flow with %s', (_what, words) => {
  const { runnable, sent } = watched(threeQuestions)
  const play = startPlay(runnable, stage)
  for (const text of words) play.send({ kind: 'text', text })
  play.wait(100 * 3_600_000)
  expect(follow(runnable, sent)).toBeGreaterThan(2)
})

const files = import.meta.glob<unknown>('../../examples/flows/*.json', { eager: true, import: 'default' })
const examples = Object.values(files).flatMap((document) => {
  const parsed = parseFlow(document, definitions)
  return parsed.ok ? [parsed.flow] : []
})
const called = new Map(examples.map((flow) => [flow.id, flow]))
const played: [string, Flow, FlowTest][] = examples
  .flatMap((flow) => flow.tests.map((test) => [`${flow.id}: ${test.name}`, flow, test] as const))
  .map((row) => [...row])

it('finds every example flow readable', () => {
  expect(examples.length).toBe(Object.keys(files).length)
})

it.runIf(played.length > 0).each(played)('passes through the same states in the example %s', (_name, flow, test) => {
  const { runnable, sent } = watched(flow, called)
  playTest(runnable, test, assess)
  expect(follow(runnable, sent)).toBeGreaterThan(0)
})
