import { describe, expect, it } from 'vitest'
import { definitions } from '../../../nodes/definitions.ts'
import { checkFlow } from '../../../schema/check-flow.ts'
import type { Flow } from '../../../schema/flow.ts'
import { standalone } from '../../../schema/graph.ts'
import { createSceneMaker } from '../canvas/make-scene.ts'
import { findFixes } from './find-fixes.ts'

const node = (id: string, type: string, data: Record<string, unknown>, x: number) => ({
  id,
  type,
  version: 1,
  position: { x, y: 0 },
  data: { name: id, ...data },
})
const flow: Flow = {
  format: 'signpost.flow/1',
  id: 'f',
  name: 'F',
  locales: ['en-GB'],
  variables: [{ name: 'unused', type: 'text' }],
  nodes: [
    node('start', 'start', {}, 0),
    node('ask', 'question', { question: 'Where?', kind: 'text', tries: 3, idleHours: 20 }, 240),
    node('send', 'http-action', { path: ['reports'] }, 480),
    node('person', 'handover', { department: 'crime-desk' }, 720),
    node('end', 'end', {}, 960),
  ],
  edges: [
    { id: 'e1', source: 'start', sourceHandle: 'next', target: 'ask' },
    { id: 'e2', source: 'ask', sourceHandle: 'answered', target: 'send' },
    { id: 'e3', source: 'send', sourceHandle: 'succeeded', target: 'end' },
    ...['resolved', 'returned', 'unavailable'].map((outcome) => ({
      id: outcome,
      source: 'person',
      sourceHandle: outcome,
      target: 'end',
    })),
  ],
  tests: [],
  notes: [],
}
const force = {
  departments: [],
  connections: [{ value: 'records', label: 'Northmoor records' }],
  collections: [],
  flows: [],
}

function fixesOf(code: string, of: Flow = flow) {
  const issue = checkFlow(of, definitions).find((each) => each.code === code)
  if (!issue) throw new Error(`No ${code}`)
  const scene = createSceneMaker(definitions, standalone)(of)
  return findFixes(issue, { scene, definitions, force })
}

/** Doing the first remedy makes the problem go. */
function cures(code: string, of: Flow = flow): string {
  const [fix] = fixesOf(code, of)
  if (!fix) throw new Error('No remedy')
  const count = (each: Flow) => checkFlow(each, definitions).filter((issue) => issue.code === code).length
  expect(count(fix.apply(of))).toBeLessThan(count(of))
  return fix.words
}

describe('the remedy of a problem', () => {
  it('leads an open outcome to where its neighbour leads', () => {
    expect(cures('unconnected-outcome')).toBe('Connect to send')
  })
  it('leads a failure to a person, or adds one', () => {
    expect(fixesOf('no-failure-path').map(({ words }) => words)).toEqual(['Connect to person', 'Add a handover'])
    cures('no-failure-path')
    const added = fixesOf('no-failure-path')[1]?.apply(flow)
    expect(added?.edges.at(-1)).toMatchObject({ source: 'send', sourceHandle: 'failed', target: 'handover' })
  })
  it('takes away what nothing uses, and what nothing leads to', () => {
    expect(cures('unused-variable')).toBe('Remove it')
    expect(cures('unreachable')).toBe('Delete it')
  })
  it('keeps an answer in a variable of its own', () => {
    expect(cures('answer-not-kept')).toBe('Keep it')
    const kept = fixesOf('answer-not-kept')[0]?.apply(flow)
    expect(kept?.variables.map(({ name }) => name)).toContain('ask')
  })
  it('chooses the connection where there is only one', () => {
    expect(cures('no-connection')).toBe('Use Northmoor records')
  })
  it('creates a variable that is named and not declared', () => {
    const named = {
      ...flow,
      nodes: flow.nodes.map((each) =>
        each.id === 'end' ? { ...each, data: { text: 'Hello {{ unheard_of }}' } } : each,
      ),
    }
    expect(cures('invalid-template', named)).toBe('Create unheard_of')
  })
  it('adds a start where there is none', () => {
    const headless = { ...flow, nodes: flow.nodes.slice(1), edges: flow.edges.slice(1) }
    expect(cures('no-start', headless)).toBe('Add a start')
  })
  it('lead danger to a person, also where another node stands nearer', () => {
    const asked: Flow = {
      ...flow,
      nodes: [
        ...flow.nodes,
        node('safety', 'safety-check', { question: 'Is anyone in danger?', yes: 'Yes', no: 'No' }, 120),
      ],
      edges: [...flow.edges, { id: 'e9', source: 'safety', sourceHandle: 'safe', target: 'ask' }],
    }
    const issue = checkFlow(asked, definitions).find((each) => each.outcome === 'emergency')
    if (!issue) throw new Error('The danger leads somewhere.')
    const scene = createSceneMaker(definitions, standalone)(asked)
    expect(findFixes(issue, { scene, definitions, force }).map(({ words }) => words)).toEqual([
      'Connect to person',
      'Add a handover',
    ])
  })
})
