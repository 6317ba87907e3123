import fc from 'fast-check'
import { expect, test } from 'vitest'
import { affectedTests } from '../../editor/builder/tests/affected-tests.ts'
import { definitions } from '../../nodes/definitions.ts'
import { CompileError } from '../../runtime/compile/compile-error.ts'
import type { FlowTestResult } from '../../schema/api/simulate.ts'
import type { Flow, FlowNode } from '../../schema/flow.ts'
import { parseFlow } from '../../schema/parse-flow.ts'
import { answerFromKnowledge, openWordRules, play, readFlow, runnable } from '../play-flow.ts'

const detector = openWordRules()
const flows = ['lost-property.json', 'update-on-a-report.json', 'report-antisocial-behaviour.json'].map(
  (file) => readFlow(file).flow,
)
const before = new Map(flows.map((flow) => [flow, results(flow) ?? []]))

/** What every test of `flow` comes to, on the real engine; nothing where the draft cannot run. */
function results(flow: Flow): FlowTestResult[] | undefined {
  try {
    const made = runnable(flow)
    return flow.tests.map((each) => {
      const { id, name, passed, divergences, endsAt, covered } = play(made, each, detector, {
        perform: answerFromKnowledge,
      })
      const nodes = flow.nodes.filter((node) => covered.has(node.id)).map((node) => node.id)
      const edges = flow.edges
        .filter(({ source, sourceHandle }) => covered.has(`${source} outcome.${sourceHandle}`))
        .map((edge) => edge.id)
      return { id, name, passed, divergences, endsAt, covered: { nodes, edges } }
    })
  } catch (error) {
    if (error instanceof CompileError) return undefined
    throw error
  }
}

type Edit = (flow: Flow, pick: (count: number) => number) => Flow

/** What a designer does to a draft, at a place that `pick` chooses. */
const edits: Record<string, Edit> = {
  'takes a connection away': (flow, pick) => {
    const gone = pick(flow.edges.length)
    return { ...flow, edges: flow.edges.filter((_, index) => index !== gone) }
  },
  'leads an outcome elsewhere': (flow, pick) => {
    const changed = pick(flow.edges.length)
    const target = flow.nodes[pick(flow.nodes.length)]?.id ?? ''
    return { ...flow, edges: flow.edges.map((edge, index) => (index === changed ? { ...edge, target } : edge)) }
  },
  'deletes a node': (flow, pick) => {
    const gone = flow.nodes[pick(flow.nodes.length)]?.id
    return {
      ...flow,
      nodes: flow.nodes.filter(({ id }) => id !== gone),
      edges: flow.edges.filter(({ source, target }) => source !== gone && target !== gone),
    }
  },
  'changes a setting': (flow, pick) => {
    const at = pick(flow.nodes.length)
    const change = (node: FlowNode): FlowNode => ({ ...node, data: changeLeaf(node.data, pick) })
    return { ...flow, nodes: flow.nodes.map((node, index) => (index === at ? change(node) : node)) }
  },
  'puts a node into an edge': (flow, pick) => {
    const edge = flow.edges[pick(flow.edges.length)]
    if (!edge) return flow
    const node = { id: 'between', type: 'message', version: 1, position: { x: 0, y: 0 }, data: { text: 'One more.' } }
    return {
      ...flow,
      nodes: [...flow.nodes, node],
      edges: [
        ...flow.edges.map((each) => (each === edge ? { ...each, target: 'between' } : each)),
        { id: 'onward', source: 'between', sourceHandle: 'next', target: edge.target },
      ],
    }
  },
  'sorts the nodes otherwise': (flow) => ({ ...flow, nodes: [...flow.nodes].reverse() }),
  'changes a variable': (flow, pick) => {
    const at = pick(flow.variables.length)
    return {
      ...flow,
      variables: flow.variables.map((each, index) => (index === at ? { ...each, type: 'text' } : each)),
    }
  },
  'takes a language away': (flow) => ({ ...flow, locales: flow.locales.slice(0, 1) }),
}

/** The same settings with one value, anywhere in them, changed. */
function changeLeaf<Value>(value: Value, pick: (count: number) => number): Value {
  const copy: Value = structuredClone(value)
  const leaves: [holder: object, key: string][] = []
  const walk = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return
    for (const [key, inner] of Object.entries(part)) {
      leaves.push([part, key])
      walk(inner)
    }
  }
  walk(copy)
  const [holder, key] = leaves[pick(leaves.length)] ?? []
  if (!holder || key === undefined) return copy
  const old: unknown = Reflect.get(holder, key)
  if (typeof old === 'number') Reflect.set(holder, key, old + 1)
  else if (typeof old === 'boolean') Reflect.set(holder, key, !old)
  else if (typeof old === 'string') Reflect.set(holder, key, old === 'crime-desk' ? 'front-desk' : `${old} x`)
  else if (Array.isArray(old)) old.pop()
  else Reflect.deleteProperty(holder, key)
  return copy
}

test('a test that an edit leaves out would have gone as it went before', () => {
  let left = 0
  let changed = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...flows),
      fc.array(fc.tuple(fc.constantFrom(...Object.values(edits)), fc.infiniteStream(fc.nat())), {
        minLength: 1,
        maxLength: 2,
      }),
      (flow, made) => {
        const edited = made.reduce((draft, [edit, numbers]) => {
          return edit(draft, (count) => (count === 0 ? 0 : Number(numbers.next().value) % count))
        }, flow)
        const parsed = parseFlow(edited, definitions)
        if (!parsed.ok) return
        // As in the editor: what did not change is the same object.
        const after: Flow = { ...parsed.flow, nodes: edited.nodes, edges: edited.edges, tests: edited.tests }
        const now = results(after)
        if (!now) return
        const known = before.get(flow) ?? []
        const played = new Set(affectedTests(flow, after, known))
        for (const result of now) {
          const earlier = known.find(({ id }) => id === result.id)
          const same = JSON.stringify(earlier) === JSON.stringify(result)
          if (!same) changed++
          if (played.has(result.id)) continue
          left++
          expect(withoutOrder(result)).toEqual(earlier && withoutOrder(earlier))
        }
      },
    ),
    { numRuns: 150, seed: 20_261_128 },
  )
  // The property says nothing where nothing is left out, or nothing changes.
  expect(left).toBeGreaterThan(200)
  expect(changed).toBeGreaterThan(100)
}, 120_000)

/** Covered nodes stand in the order of the document, which is no part of how a conversation went. */
function withoutOrder(result: FlowTestResult): FlowTestResult {
  const { nodes, edges } = result.covered
  return { ...result, covered: { nodes: [...nodes].sort(), edges: [...edges].sort() } }
}
