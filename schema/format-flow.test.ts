import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatFlow } from './format-flow.ts'
import { parseFlow, parseFlowText } from './parse-flow.ts'
import { anyDocument } from './testing/any-document.ts'

function read(text: string) {
  const parsed = parseFlowText(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.flow
}

/** Names of the fields of every object, in their order: what a diff would show. */
function keysOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keysOf)
  if (typeof value !== 'object' || value === null) return null
  return Object.entries(value).map(([key, part]) => [key, keysOf(part)])
}

function shuffled<Value>(value: Value, order: (names: string[]) => string[]): Value {
  if (Array.isArray(value)) return value.map((part) => shuffled(part, order)) as Value
  if (typeof value !== 'object' || value === null) return value
  const entries = order(Object.keys(value)).map((key) => [key, shuffled(Reflect.get(value, key), order)])
  return Object.fromEntries(entries) as Value
}

it('loses nothing between import and export: unknown fields, unknown node types, any words in any script', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const text = JSON.stringify(document)
      expect(read(formatFlow(read(text)))).toEqual(JSON.parse(text))
    }),
    { numRuns: 400 },
  )
})

it('writes the same text again when its own text is read', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const once = formatFlow(read(JSON.stringify(document)))
      expect(formatFlow(read(once))).toBe(once)
    }),
    { numRuns: 300 },
  )
})

it('writes the same text whatever order the fields came in, so that diffs show changes only', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const outside = (value: object) => ({ ...value, nodes: [] })
      const parsed = read(JSON.stringify(outside(document)))
      const turned = read(JSON.stringify(shuffled(outside(document), (names) => names.reverse())))
      expect(formatFlow(turned)).toBe(formatFlow(parsed))
    }),
    { numRuns: 200 },
  )
})

it('keeps the order in which a node’s settings were written', () => {
  const node = {
    id: 'a',
    type: 'message',
    version: 1,
    position: { y: 2, x: 1 },
    data: { text: 'Hi', name: 'A', after: { z: 1, a: 2 } },
  }
  const flow = read(
    JSON.stringify({
      nodes: [node],
      format: 'signpost.flow/1',
      id: 'f',
      name: 'F',
      locales: ['en-GB'],
      variables: [],
      edges: [],
      tests: [],
      notes: [],
    }),
  )
  expect(keysOf(JSON.parse(formatFlow(flow)).nodes)).toEqual([
    [
      ['id', null],
      ['type', null],
      ['version', null],
      [
        'position',
        [
          ['x', null],
          ['y', null],
        ],
      ],
      [
        'data',
        [
          ['text', null],
          ['name', null],
          [
            'after',
            [
              ['z', null],
              ['a', null],
            ],
          ],
        ],
      ],
    ],
  ])
})

it('writes names that look like whole numbers first and in numeric order, because every reader of JSON in JavaScript does', () => {
  const flow = read(
    '{"10":1,"9":2,"b":3,"format":"signpost.flow/1","id":"f","name":"F","locales":["en-GB"],"variables":[],"nodes":[{"id":"a","type":"t","version":1,"position":{"x":0,"y":0},"data":{"z":1,"2":1,"1":1}}],"edges":[],"tests":[],"notes":[]}',
  )
  const text = formatFlow(flow)
  expect(text.match(/"(\d+|b|z|format)":/g)).toEqual(['"9":', '"10":', '"format":', '"1":', '"2":', '"z":', '"b":'])
  expect(formatFlow(read(text))).toBe(text)
})

it('ends with one line end and indents by two', () => {
  const parsed = parseFlow({
    format: 'signpost.flow/1',
    id: 'f',
    name: 'F',
    locales: ['cy-GB'],
    variables: [],
    nodes: [],
    edges: [],
    tests: [],
    notes: [],
  })
  expect(parsed.ok && formatFlow(parsed.flow)).toBe(
    '{\n  "format": "signpost.flow/1",\n  "id": "f",\n  "name": "F",\n  "locales": [\n    "cy-GB"\n  ],\n  "variables": [],\n  "nodes": [],\n  "edges": [],\n  "tests": [],\n  "notes": []\n}\n',
  )
})
