import type { SimulatedAction } from '../../../schema/api/simulate.ts'
import type { FlowTest } from '../../../schema/flow.ts'
import { usualOperators, type World } from '../simulator/world.ts'

/** What the simulator plays to go through a test as a person would, turn by turn. */
export function toWorld(test: FlowTest): World {
  const actions: SimulatedAction[] = test.steps.flatMap(({ wait, input, operator }) => [
    ...(wait === undefined ? [] : [{ wait }]),
    ...(input === undefined ? [] : [{ input }]),
    ...(operator === undefined ? [] : [{ operator }]),
  ])
  const http: World['http'] = Object.fromEntries(
    (test.http ?? []).map(({ node, status, body, fails }) => [
      node,
      fails === undefined ? { status, body } : fails === 'unreachable' ? 'failed' : fails,
    ]),
  )
  const closed = test.departments?.some(({ open }) => !open) ?? false
  return {
    now: test.now ?? '2026-11-20T19:41:00Z',
    locale: test.locale,
    operators: closed ? 'closed' : (test.departments?.[0]?.operators ?? usualOperators),
    http,
    actions,
  }
}
