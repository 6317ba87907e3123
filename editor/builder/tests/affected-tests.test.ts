import { expect, test } from 'vitest'
import type { FlowTestResult } from '../../../schema/api/simulate.ts'
import type { Flow, FlowNode } from '../../../schema/flow.ts'
import { sampleFlow } from '../testing/sample-flow.ts'
import { affectedTests } from './affected-tests.ts'

const tests = [
  { id: 'greeting', name: 'Greeting', steps: [{}] },
  { id: 'report', name: 'Report', steps: [{}] },
]
const flow: Flow = { ...sampleFlow, tests }
const result = (id: string, nodes: string[]): FlowTestResult => ({
  id,
  name: id,
  passed: true,
  divergences: [],
  covered: { nodes, edges: [] },
  endsAt: 'safety',
})
const results = [
  result('greeting', ['start', 'welcome', 'safety']),
  result('report', ['start', 'welcome', 'safety', 'intent', 'details']),
]
const change = (id: string, part: Partial<FlowNode>): Flow => ({
  ...flow,
  nodes: flow.nodes.map((node) => (node.id === id ? { ...node, ...part } : node)),
})

test.each<[string, Flow, string[]]>([
  ['nothing', flow, []],
  ['where a node stands', change('intent', { position: { x: 1, y: 1 } }), []],
  ['settings of a node that one test comes to', change('details', { data: {} }), ['report']],
  ['settings of a node that both come to', change('welcome', { data: { text: 'Hello' } }), ['greeting', 'report']],
  ['settings of a node that none comes to', change('submit', { data: {} }), []],
  ['where an outcome leads', { ...flow, edges: flow.edges.filter(({ id }) => id !== 'e4') }, ['report']],
  [
    'a new way out',
    { ...flow, edges: [...flow.edges, { id: 'e9', source: 'intent', sourceHandle: 'x', target: 'end' }] },
    ['report'],
  ],
  ['a node that is gone', { ...flow, nodes: flow.nodes.filter(({ id }) => id !== 'details') }, ['report']],
  ['a node that nothing leads to yet', { ...flow, nodes: [...flow.nodes, { ...node('new'), type: 'message' }] }, []],
  ['variables', { ...flow, variables: [] }, ['greeting', 'report']],
  ['languages', { ...flow, locales: ['en-GB'] }, ['greeting', 'report']],
  [
    'where a person leads on to',
    { ...flow, nodes: flow.nodes.filter(({ type }) => type !== 'survey') },
    ['greeting', 'report'],
  ],
  [
    'a test',
    { ...flow, tests: tests.map((each) => (each.id === 'report' ? { ...each, name: 'New' } : each)) },
    ['report'],
  ],
  ['a new test', { ...flow, tests: [...tests, { id: 'third', name: 'Third', steps: [] }] }, ['third']],
])('after a change of %s, plays only what it can reach', (_, after, wanted) => {
  expect(affectedTests(flow, after, results)).toEqual(wanted)
})

test('plays what has no result yet', () => {
  expect(affectedTests(flow, flow, results.slice(1))).toEqual(['greeting'])
})

function node(id: string): FlowNode {
  return { id, type: 'message', version: 1, position: { x: 0, y: 0 }, data: { text: 'x' } }
}
