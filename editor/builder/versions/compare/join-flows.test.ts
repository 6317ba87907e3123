import { describe, expect, it } from 'vitest'
import type { Flow } from '../../../../schema/flow.ts'
import { fieldChanges, nameField, nameValue } from './field-changes.ts'
import { joinFlows } from './join-flows.ts'

const node = (id: string, text: string, x = 0) => ({
  id,
  type: 'message',
  version: 1,
  position: { x, y: 0 },
  data: { text },
})
const before: Flow = {
  format: 'signpost.flow/1',
  id: 'f',
  name: 'F',
  locales: ['en-GB'],
  variables: [],
  nodes: [node('stays', 's'), node('goes', 'g', 200), node('moves', 'm', 400), node('changes', 'old', 600)],
  edges: [
    { id: 'e1', source: 'stays', sourceHandle: 'next', target: 'goes' },
    { id: 'e2', source: 'moves', sourceHandle: 'next', target: 'changes' },
  ],
  tests: [],
  notes: [],
}
const after: Flow = {
  ...before,
  nodes: [node('stays', 's'), node('moves', 'm', 480), node('changes', 'new', 640), node('comes', 'c', 800)],
  edges: [
    { id: 'e2', source: 'moves', sourceHandle: 'next', target: 'changes' },
    { id: 'e3', source: 'stays', sourceHandle: 'next', target: 'comes' },
  ],
}

describe('two versions on one canvas', () => {
  const joined = joinFlows(before, after)
  it('show what was added, removed, changed and moved', () => {
    expect(Object.fromEntries(joined.layer.nodes)).toEqual({
      goes: 'removed',
      moves: 'moved',
      changes: 'changed',
      comes: 'added',
    })
    expect(joined.nodes).toEqual(['moves', 'changes', 'comes', 'goes'])
  })
  it('keep what is gone as ghosts where it stood, with its connections', () => {
    expect(joined.flow.nodes.find(({ id }) => id === 'goes')?.position).toEqual({ x: 200, y: 0 })
    expect(Object.fromEntries(joined.layer.edges)).toEqual({ e3: 'added', 'removed e1': 'removed' })
  })
  it('know where moved nodes stood, also those that were changed', () => {
    expect(Object.fromEntries(joined.before)).toEqual({ moves: { x: 400, y: 0 }, changes: { x: 600, y: 0 } })
  })
})

describe('changed settings', () => {
  it('are told by their path, parts of lists by their ids', () => {
    const old = {
      intents: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B' },
      ],
      tries: 3,
    }
    const now = {
      intents: [
        { id: 'c', label: 'C' },
        { id: 'a', label: 'A' },
        { id: 'b', label: 'Bee' },
      ],
    }
    expect(fieldChanges(old, now)).toEqual([
      { path: 'intents.c', after: { id: 'c', label: 'C' } },
      { path: 'intents.b.label', before: 'B', after: 'Bee' },
      { path: 'tries', before: 3 },
    ])
  })
  it('are nothing when only the order of keys differs', () => {
    expect(fieldChanges({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toEqual([])
  })
  it('have readable names', () => {
    expect(nameField('idleHours')).toBe('idle hours')
    expect(nameField('intents.lost_property.label.cy-GB')).toBe('intents › lost property › label › Welsh')
    expect(nameField('hours.2.from')).toBe('hours › number 2 › from')
    expect([true, '', undefined, ['a', 'b'], 8].map(nameValue)).toEqual(['Yes', 'Empty', 'Not set', 'a, b', '8'])
  })
})
