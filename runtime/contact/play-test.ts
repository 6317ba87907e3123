import type { DepartmentState } from '../../nodes/kit/node-runtime.ts'
import type { Effect } from '../../nodes/kit/step.ts'
import { verdicts } from '../../schema/assessment.ts'
import type { FlowTest, TestStep } from '../../schema/flow.ts'
import { plainText } from '../../schema/markup.ts'
import type { EffectResult } from './cause.ts'
import type { Assess } from './compute-turn.ts'
import { nodeKey } from './contact-state.ts'
import { operatorCause, type Play, type PlayedTurn, type Stage, startPlay } from './play.ts'
import type { RunnableFlow } from './runnable-flow.ts'
import type { Refusal } from './turn.ts'

/** Where a test went otherwise than it says. Steps count from 1. */
export interface Divergence {
  step: number
  message: string
  /** Where the contact was then; where a person took over, the node that it came from. */
  node: string
  /** Where the test wants it to rest, when it rests somewhere else. */
  expected?: string
}

export interface TestResult {
  id: string
  name: string
  passed: boolean
  divergences: Divergence[]
  /** Nodes that were visited and outcomes that were taken, as `node` and `node outcome.id`. */
  covered: Set<string>
  turns: PlayedTurn[]
  /** Where the contact rests in the end. */
  endsAt: string
}

const defaultStart = '2026-11-20T19:41:00Z'

/** Plays a flow's stored test with the server's own engine, in memory, and says where it diverges. */
export function playTest(flow: RunnableFlow, test: FlowTest, assess: Assess, world: Partial<Stage> = {}): TestResult {
  const sent = [...(test.http ?? [])]
  const found = [...(test.answers ?? [])]
  const perform = (effect: Effect, node: string): EffectResult | undefined => {
    if (effect.kind === 'answer') {
      const said = takeFirst(found, node)
      return said ? { ok: true, output: { answer: said.answer, citations: [] } } : world.perform?.(effect, node)
    }
    const answer = takeFirst(sent, node)
    if (!answer) return world.perform?.(effect, node)
    if (answer.fails) return { ok: false, reason: answer.fails }
    return answer.status >= 200 && answer.status < 300
      ? { ok: true, output: { status: answer.status, body: answer.body } }
      : { ok: false, reason: 'refused', status: answer.status }
  }
  const play = startPlay(flow, {
    departments: departmentsOf(flow, test),
    ...world,
    assess,
    now: Date.parse(test.now ?? defaultStart),
    locale: test.locale,
    perform,
  })
  const turns: PlayedTurn[] = [...play.opening]
  const divergences: Divergence[] = []
  const covered = new Set<string>([nodeKey(play.state.path)])
  test.steps.forEach((step, index) => {
    const taken = actOut(play, step)
    const caused = Array.isArray(taken) ? taken : []
    turns.push(...caused)
    const differences = Array.isArray(taken) ? compare(play, caused, step) : [{ message: refusalWords(taken) }]
    const node = lastOwnNode(play, caused)
    for (const difference of differences) divergences.push({ step: index + 1, node, ...difference })
    if (play.tooLong) divergences.push({ step: index + 1, message: 'This conversation never comes to rest.', node })
    covered.add(nodeKey(play.state.path))
  })
  for (const entry of turns.flatMap(({ path }) => path)) {
    covered.add(entry.split(' ')[0] ?? '')
    covered.add(entry)
  }
  return {
    id: test.id,
    name: test.name,
    passed: divergences.length === 0,
    divergences,
    covered,
    turns,
    endsAt: nodeKey(play.state.path),
  }
}

/** Why something did not fit into a conversation, in words. */
export function refusalWords({ refused }: Refusal): string {
  if (refused === 'closed') return 'The contact was closed already.'
  if (refused === 'not-owner') return 'No operator had the contact.'
  return refused === 'taken' ? 'An operator had the contact already.' : 'This no longer fitted what was asked.'
}

function lastOwnNode(play: Play, caused: readonly PlayedTurn[]): string {
  const at = nodeKey(play.state.path)
  if (!at.startsWith('$')) return at
  const passed = caused.flatMap(({ path }) => path.map((entry) => entry.split(' ')[0] ?? ''))
  return passed.findLast((node) => !node.startsWith('$')) ?? at
}

/** Takes the first entry that is meant for `node` out of `entries`. */
function takeFirst<Entry extends { node: string }>(entries: Entry[], node: string): Entry | undefined {
  const index = entries.findIndex((entry) => entry.node === node)
  return index < 0 ? undefined : entries.splice(index, 1)[0]
}

type Difference = Pick<Divergence, 'message' | 'expected'>

function actOut(play: Play, step: TestStep): ReturnType<Play['take']> {
  const turns = step.wait === undefined ? [] : play.wait(step.wait)
  if (step.input) {
    const taken = play.send(step.input)
    if (!Array.isArray(taken)) return taken
    turns.push(...taken)
  }
  if (step.operator) {
    const taken = play.take(operatorCause(step.operator.does, step.operator.text))
    if (!Array.isArray(taken)) return taken
    turns.push(...taken)
  }
  return turns
}

function compare(play: Play, turns: readonly PlayedTurn[], { expect }: TestStep): Difference[] {
  if (!expect) return []
  const differences: Difference[] = []
  const at = nodeKey(play.state.path)
  if (expect.at !== undefined && expect.at !== at)
    differences.push({ message: `The contact is at "${at}", not at "${expect.at}".`, expected: expect.at })
  const said = turns
    .flatMap(({ events }) => events)
    .flatMap((event) =>
      event.type === 'message'
        ? [event.text]
        : event.type === 'advice'
          ? event.lines
          : event.type === 'prompt'
            ? [event.error ?? '']
            : [],
    )
    .map(plainText)
    .join('\n')
  for (const words of expect.says ?? [])
    if (!said.includes(words)) differences.push({ message: `Nobody said "${words}".` })
  if (expect.verdict !== undefined) {
    const [worst = 'none'] = turns
      .map(({ turn }) => turn.assessment?.verdict ?? 'none')
      .sort((a, b) => verdicts.indexOf(a) - verdicts.indexOf(b))
    if (worst !== expect.verdict)
      differences.push({ message: `The assessment is "${worst}", not "${expect.verdict}".` })
  }
  for (const [name, value] of Object.entries(expect.variables ?? {})) {
    const actual = play.state.values[name] ?? null
    if (JSON.stringify(actual) !== JSON.stringify(value))
      differences.push({ message: `"${name}" is ${JSON.stringify(actual)}, not ${JSON.stringify(value)}.` })
  }
  if (expect.closed !== undefined && expect.closed !== (play.state.closed !== undefined))
    differences.push({ message: expect.closed ? 'The contact is not closed.' : 'The contact is closed.' })
  return differences
}

/** Every department that the flow names, open and staffed where the test says nothing else. */
export function departmentsOf(flow: RunnableFlow, test: Pick<FlowTest, 'departments'>): DepartmentState[] {
  const named = new Set<string>(['control-room', 'safeguarding'])
  for (const { data } of flow.compiled.nodes.values()) collectDepartments(data, named)
  const told = new Map((test.departments ?? []).map((department) => [department.id, department]))
  return [...new Set([...named, ...told.keys()])].map((id) => {
    const { open, operators } = told.get(id) ?? { open: true, operators: 2 }
    return { id, name: id, open, operators, waiting: 0 }
  })
}

function collectDepartments(value: unknown, into: Set<string>): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value))
    if (key === 'department' && typeof part === 'string' && part !== '') into.add(part)
    else collectDepartments(part, into)
}
