import { expect, test } from 'vitest'
import { MachineChart } from '../../../schema/api/simulate.ts'
import { toNearChart, toWholeChart } from './to-chart.ts'

const state = (on: Record<string, { target: string }>, states?: object) => ({ id: 'x', on, ...(states && { states }) })
const machine = MachineChart.parse({
  id: 'sample',
  initial: 'start',
  on: { 'safety.emergency': { target: '#$emergency' } },
  states: {
    start: state({ 'outcome.next': { target: '#ask' } }),
    ask: state(
      {
        'outcome.answered': { target: '#end' },
        'outcome.gave-up': { target: '#end' },
        'outcome.skipped': { target: '#ask' },
      },
      {
        entering: { id: 'ask:entering', on: { 'step.wait.idle': 'waiting-idle', 'step.wait': 'waiting' } },
        'waiting-idle': { id: 'w', on: { 'node.happened': 'deciding' }, after: { 3600000: 'deciding' } },
      },
    ),
    end: state({ 'step.end': { target: '#$closed' } }),
    far: state({ 'outcome.next': { target: '#end' } }),
    $emergency: state({}),
    $closed: state({}),
  },
})

test('near a state stand what leads to it and where it can lead, with its inner states and their moves in words', () => {
  const { states, edges } = toNearChart(machine, 'ask.waiting-idle')
  expect(states.map(({ id, active }) => [id, active])).toEqual([
    ['from start', false],
    ['ask', true],
    ['to end', false],
    ['to ask', true],
  ])
  expect(states[1]?.parts).toEqual([
    { name: 'entering', active: false, ways: ['step.wait.idle → waiting-idle', 'step.wait → waiting'] },
    { name: 'waiting-idle', active: true, ways: ['node.happened → deciding', 'after 1 h → deciding'] },
  ])
  expect(edges.map(({ source, target, events }) => [source, target, events])).toEqual([
    ['from start', 'ask', ['outcome.next']],
    ['ask', 'to end', ['outcome.answered', 'outcome.gave-up']],
    ['ask', 'to ask', ['outcome.skipped']],
  ])
})

test('the whole chart has every state once, in columns that follow the moves', () => {
  const { states } = toWholeChart(machine, 'ask')
  expect(states.map(({ key }) => key).sort()).toEqual(Object.keys(machine.states).sort())
  const x = (key: string) => states.find((each) => each.key === key)?.x ?? 0
  expect(x('start')).toBeLessThan(x('ask'))
  expect(x('ask')).toBeLessThan(x('end'))
  expect(x('end')).toBeLessThan(x('far'))
})
