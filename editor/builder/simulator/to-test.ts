import type { SimulatedTurn } from '../../../schema/api/simulate.ts'
import { verdicts } from '../../../schema/assessment.ts'
import type { Flow, FlowTest, TestStep } from '../../../schema/flow.ts'
import { newTestId } from '../commands/tests.ts'
import { usualOperators, type World } from './world.ts'

/** A simulated conversation as a test: what was done, and where each thing led. */
export function toTest(
  flow: Flow,
  world: World,
  turns: readonly SimulatedTurn[],
  departments: NonNullable<FlowTest['departments']>,
): FlowTest {
  const steps: TestStep[] = []
  for (const [index, action] of world.actions.entries()) {
    const caused = turns.filter((turn) => turn.action === index)
    const before = turns.filter((turn) => turn.action < index).at(-1)
    const after = caused.at(-1) ?? before
    if (!after) continue
    const [worst] = caused
      .flatMap(({ assessment }) => assessment?.verdict ?? [])
      .sort((a, b) => verdicts.indexOf(a) - verdicts.indexOf(b))
    const closed = after.closed !== undefined && before?.closed === undefined
    const expect = { at: after.node, ...(worst && { verdict: worst }), ...(closed && { closed }) }
    steps.push({ ...action, expect })
  }
  const http = turns.flatMap(httpOf)
  const answers = turns.flatMap(answerOf)
  return {
    id: newTestId(flow),
    name: nameOf(world, turns),
    now: world.now,
    ...(world.locale === undefined ? {} : { locale: world.locale }),
    ...(http.length > 0 && { http }),
    ...(answers.length > 0 && { answers }),
    ...(world.operators !== usualOperators && { departments }),
    steps,
  }
}

function httpOf({ cause }: SimulatedTurn): NonNullable<FlowTest['http']> {
  if (cause.kind !== 'effect') return []
  const { node, result } = cause
  if (!result.ok)
    return result.reason === 'refused'
      ? [{ node, status: result.status ?? 500 }]
      : [{ node, status: 0, fails: result.reason }]
  const status = read(result.output, 'status')
  return typeof status === 'number' ? [{ node, status, body: read(result.output, 'body') }] : []
}

function answerOf({ cause }: SimulatedTurn): NonNullable<FlowTest['answers']> {
  if (cause.kind !== 'effect' || !cause.result.ok) return []
  const answer = read(cause.result.output, 'answer')
  return typeof answer === 'string' || answer === null ? [{ node: cause.node, answer }] : []
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** The visitor's first own words, shortened. */
function nameOf(world: World, turns: readonly SimulatedTurn[]): string {
  const typed = world.actions.flatMap((action) =>
    'input' in action && action.input.kind === 'text' ? action.input.text : [],
  )
  const said = turns.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'message' && event.from === 'visitor' ? event.text : [])),
  )
  const words = (typed[0] ?? said[0] ?? 'Nothing is said').trim().replace(/\s+/g, ' ')
  return words.length > 60 ? `${words.slice(0, 59)}…` : words
}
