import fc from 'fast-check'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { definitions } from '../nodes/definitions.ts'
import { threeQuestions } from '../runtime/testing/sample-flows.ts'
import { checkFlow } from './check-flow.ts'
import { isPublishable } from './flow-issue.ts'
import { formatFlow } from './format-flow.ts'
import { defineNode, type NodeDefinition, type NodeDefinitions } from './node-definition.ts'
import { parseFlow, parseFlowText } from './parse-flow.ts'
import { anyDocument } from './testing/any-document.ts'

const empty = {
  format: 'signpost.flow/1',
  id: 'f',
  name: 'F',
  locales: ['en-GB'],
  variables: [],
  nodes: [],
  edges: [],
  tests: [],
  notes: [],
}
const node = (more: object = {}) => ({
  id: 'a',
  type: 'message',
  version: 1,
  position: { x: 0, y: 0 },
  data: {},
  ...more,
})
const fault = (code: string, message: string, place: object = {}) => ({ code, severity: 'fault', message, ...place })
const issuesOf = (document: unknown) => {
  const parsed = parseFlow(document)
  return parsed.ok ? [] : parsed.issues
}

it('reads a sound document unchanged', () => {
  expect(parseFlow(threeQuestions, definitions)).toEqual({ ok: true, flow: threeQuestions, migrated: [] })
})

const refused: [string, unknown, object[]][] = [
  ['a list', [], [fault('not-a-flow', 'This is not a flow document: it has to be a JSON object.')]],
  ['null', null, [fault('not-a-flow', 'This is not a flow document: it has to be a JSON object.')]],
  [
    'another kind of document',
    {},
    [fault('wrong-format', 'This is not a flow document: “format” has to be “signpost.flow/1”.')],
  ],
  [
    'a format that is no text',
    { format: { toString: 1 } },
    [fault('wrong-format', 'This is not a flow document: “format” has to be “signpost.flow/1”.')],
  ],
  [
    'a newer format',
    { ...empty, format: 'signpost.flow/2', nodes: 'changed' },
    [
      fault(
        'wrong-format',
        'This flow was made with a newer version of Signpost (signpost.flow/2). This one reads up to signpost.flow/1.',
      ),
    ],
  ],
  ['a missing part', { ...empty, edges: undefined }, [fault('invalid', '“edges” is missing.', { field: 'edges' })]],
  ['no language', { ...empty, locales: [] }, [fault('invalid', '“locales” must not be empty.', { field: 'locales' })]],
  [
    'a language that nobody speaks',
    { ...empty, locales: ['en-ab-cd'] },
    [fault('invalid', '“locales.0” is not right. Use a language tag such as en-GB.', { field: 'locales.0' })],
  ],
  [
    'a node without a place on the canvas',
    { ...empty, nodes: [node({ position: { x: 1 } })] },
    [fault('invalid', '“nodes.0.position.y” is missing.', { node: 'a', field: 'position.y' })],
  ],
  [
    'a number as id',
    { ...empty, nodes: [node(), node({ id: 7 })] },
    [fault('invalid', '“nodes.1.id” has to be text.', { field: 'nodes.1.id' })],
  ],
  [
    'an id that cannot be written as text',
    { ...empty, nodes: [node({ id: { toString: 1, valueOf: 1 } })] },
    [fault('invalid', '“nodes.0.id” has to be text.', { field: 'nodes.0.id' })],
  ],
  [
    'an id that would be a path in the machine',
    { ...empty, nodes: [node({ id: 'a.b' })] },
    [
      fault('invalid', '“nodes.0.id” is not right. Use letters, digits, - and _, at most 64.', {
        node: 'a.b',
        field: 'id',
      }),
    ],
  ],
  [
    'settings that are no object',
    { ...empty, nodes: [node({ data: 'x' })] },
    [fault('invalid', '“nodes.0.data” has to be a group of settings.', { node: 'a', field: 'data' })],
  ],
  [
    'a variable with a name that no expression can read',
    { ...empty, variables: [{ name: 'Item Name', type: 'text' }] },
    [
      fault('invalid', '“variables.0.name” is not right. Use small letters, digits and _, starting with a letter.', {
        variable: 'Item Name',
        field: 'name',
      }),
    ],
  ],
  [
    'a variable of an unknown type',
    { ...empty, variables: [{ name: 'item', type: 'money' }] },
    [
      fault(
        'invalid',
        '“variables.0.type” has to be one of text, number, boolean, date, datetime, choice, choices, place, phone, email, reference, file.',
        { variable: 'item', field: 'type' },
      ),
    ],
  ],
  [
    'a connection without its end',
    { ...empty, edges: [{ id: 'e1', source: 'a', sourceHandle: 'next' }] },
    [fault('invalid', '“edges.0.target” is missing.', { edge: 'e1', field: 'target' })],
  ],
]
it.each(refused)('refuses %s, and says where', (_what, document, issues) => {
  expect(parseFlow(document)).toEqual({ ok: false, issues })
})

it('refuses text that is not JSON, and reads text with a byte order mark', () => {
  expect(parseFlowText('{"format": ')).toMatchObject({ ok: false, issues: [{ code: 'not-json', severity: 'fault' }] })
  expect(parseFlowText(`\uFEFF${formatFlow(threeQuestions)}`).ok).toBe(true)
})

it('keeps nodes of unknown types and newer versions as they are, and does not publish them', () => {
  const foreign = {
    id: 'x',
    type: 'hologram',
    version: 3,
    position: { x: 0, y: 0, z: 4 },
    data: { beam: [1, { on: true }] },
    shiny: true,
  }
  const newer = { ...node({ id: 'y', version: 99 }), data: { text: 'Hello', voice: 'low' } }
  const parsed = parseFlow({ ...empty, nodes: [foreign, newer] }, definitions)
  if (!parsed.ok) throw new Error('It has to be read.')
  expect(parsed.flow.nodes).toEqual([foreign, newer])
  expect(JSON.parse(formatFlow(parsed.flow)).nodes).toEqual([foreign, newer])
  const issues = checkFlow(parsed.flow, definitions)
  expect(isPublishable(issues)).toBe(false)
  expect(issues).toContainEqual(
    fault('unknown-type', 'This version of Signpost does not know nodes of type “hologram”. It is kept as it is.', {
      node: 'x',
    }),
  )
  expect(issues).toContainEqual(
    fault('newer-node', 'This node was made with a newer version of Signpost (99). It is kept as it is.', {
      node: 'y',
    }),
  )
})

const counting = defineNode<{ words: string }>({
  type: 'message',
  version: 3,
  name: 'Message',
  description: '',
  category: 'talk',
  icon: 'x',
  data: z.object({ words: z.string() }),
  initial: () => ({ words: '' }),
  outcomes: () => [],
  summary: () => '',
  rests: {},
  migrations: {
    1: ({ text, ...data }) => ({ ...data, says: String(text) }),
    2: ({ says, ...data }) => ({ ...data, words: says }),
  },
})
const types: NodeDefinitions = new Map<string, NodeDefinition>([['message', counting]])

it('brings the settings of older nodes up to date, step by step', () => {
  const parsed = parseFlow(
    {
      ...empty,
      nodes: [node({ data: { text: 'Hi', extra: 1 } }), node({ id: 'b', version: 2, data: { says: 'Ho' } })],
    },
    types,
  )
  expect(parsed.ok && parsed.flow.nodes.map(({ version, data }) => ({ version, data }))).toEqual([
    { version: 3, data: { extra: 1, words: 'Hi' } },
    { version: 3, data: { words: 'Ho' } },
  ])
})

it('leaves a node as it was when a step cannot read what is in it', () => {
  const hostile = node({ data: { text: { toString: 1, valueOf: 1 } } })
  const parsed = parseFlow({ ...empty, nodes: [hostile] }, types)
  expect(parsed.ok && parsed.flow.nodes).toEqual([hostile])
})

/** SEC-12: what a hostile document may cost, in milliseconds of this process: the bound of the requirement is a second. */
const within = 1_000
function timed<Result>(act: () => Result): Result {
  const from = process.cpuUsage()
  const started = performance.now()
  const result = act()
  const { user, system } = process.cpuUsage(from)
  expect(Math.min(performance.now() - started, (user + system) / 1_000)).toBeLessThan(within)
  return result
}
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
const many = (count: number, entry: string) => `[${Array(count).fill(entry).join(',')}]`
const withNodes = (nodes: string) => JSON.stringify({ ...empty, nodes: '…' }).replace('"…"', () => nodes)

const hostile: [string, string, string][] = [
  ['10,000 levels of objects', nested(10_000), 'too-deep'],
  [
    '10,000 levels of lists in the settings of a node',
    withNodes(`[{"data":${'['.repeat(10_000)}${']'.repeat(10_000)}}]`),
    'too-deep',
  ],
  ['100,000 nodes', withNodes(many(100_000, JSON.stringify(node()))), 'too-large'],
  ['20,001 nodes', withNodes(many(20_001, JSON.stringify(node()))), 'invalid'],
  ['50,000 nodes that are none', withNodes(many(50_000, '7')), 'invalid'],
  ['nine million numbers', withNodes(`[${many(9_000_000, '1')}]`), 'too-large'],
  ['two million empty objects', `{"a":${many(30_000, many(70, '{}'))}}`, 'too-large'],
  [
    '100,000 extra names',
    JSON.stringify({ ...empty, ...Object.fromEntries(Array.from({ length: 100_000 }, (_, at) => [`k${at}`, at])) }),
    'too-large',
  ],
  ['a text of 25 million characters', JSON.stringify({ ...empty, name: 'x'.repeat(25_000_000) }), 'too-large'],
  ['a name of a million characters', JSON.stringify({ ...empty, name: 'x'.repeat(1_000_000) }), 'invalid'],
  ['__proto__ at the top', '{"format":"signpost.flow/1","__proto__":{"polluted":true}}', 'unsafe-key'],
  [
    '__proto__ in the settings of a node',
    withNodes('[{"data":{"a":[{"__proto__":{"polluted":true}}]}}]'),
    'unsafe-key',
  ],
  ['constructor.prototype', '{"format":"signpost.flow/1","constructor":{"prototype":{"polluted":true}}}', 'unsafe-key'],
  ['a number that JSON cannot write again', withNodes('[{"data":{"a":1e999}}]'), 'not-a-number'],
]
it.each(hostile)('refuses %s within a second (SEC-12, SEC-07)', (_what, text, code) => {
  const parsed = timed(() => parseFlowText(text, definitions))
  expect(parsed).toMatchObject({ ok: false, issues: [{ code, severity: 'fault' }] })
  expect(parsed.ok ? 0 : parsed.issues.length).toBeLessThanOrEqual(200)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

it('refuses an object that holds itself', () => {
  const circle: Record<string, unknown> = { ...empty }
  circle.self = [circle, circle]
  expect(issuesOf(circle)).toEqual([fault('too-deep', 'This document is nested deeper than 64 levels.')])
})

it('reads duplicate ids, references and embedded secrets as plain content: nothing of it is acted on', () => {
  const document = {
    ...empty,
    $ref: 'file:///etc/passwd',
    nodes: [node({ data: { $ref: '#/nodes', apiKey: 'k' } }), node()],
  }
  const parsed = parseFlow(document, definitions)
  expect(parsed).toEqual({ ok: true, flow: document, migrated: [] })
})

it('never throws, whatever it is given', () => {
  const anything = fc.anything({
    withNullPrototype: true,
    withMap: true,
    withSet: true,
    withDate: true,
    withBigInt: true,
    withSparseArray: true,
    maxDepth: 4,
  })
  const parts = ['id', 'name', 'locales', 'variables', 'nodes', 'edges', 'connections', 'tests', 'notes', 'start']
  fc.assert(
    fc.property(anything, (value) => {
      expect(typeof parseFlow(value, definitions).ok).toBe('boolean')
    }),
    { numRuns: 1_000 },
  )
  fc.assert(
    fc.property(fc.constantFrom(0, 1), fc.constantFrom(...parts), anything, (version, part, value) => {
      const parsed = parseFlow({ ...empty, format: `signpost.flow/${version}`, [part]: value }, definitions)
      expect(typeof parsed.ok).toBe('boolean')
    }),
    { numRuns: 3_000 },
  )
})

it('never throws when any one value of a sound document is replaced by any other, and neither do the checks', () => {
  const places: (string | number)[][] = []
  const collect = (value: unknown, path: (string | number)[]) => {
    places.push(path)
    if (typeof value !== 'object' || value === null) return
    for (const key of Object.keys(value))
      collect(Reflect.get(value, key), [...path, Array.isArray(value) ? Number(key) : key])
  }
  collect(threeQuestions, [])
  const poison = fc.oneof(
    fc.anything({ maxDepth: 2 }),
    fc.constantFrom<unknown>(
      '',
      'constructor',
      '__proto__',
      '{{',
      '{{ item }}',
      '9'.repeat(500),
      -1,
      0,
      1e21,
      [],
      {},
      null,
      { toString: 1 },
      [[]],
      '\ud800',
    ),
  )
  fc.assert(
    fc.property(fc.constantFrom(...places), poison, (path, value) => {
      const document: unknown = structuredClone(threeQuestions)
      const last = path.at(-1)
      const holder = path.slice(0, -1).reduce<unknown>((part, key) => Reflect.get(Object(part), key), document)
      if (last !== undefined) Reflect.set(Object(holder), last, value)
      const parsed = parseFlow(document, definitions)
      if (parsed.ok) checkFlow(parsed.flow, definitions)
    }),
    { numRuns: 3_000 },
  )
})

it('checks any document without throwing', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const parsed = parseFlow(document, definitions)
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
      expect(Array.isArray(checkFlow(parsed.flow, definitions))).toBe(true)
    }),
    { numRuns: 300 },
  )
})
