import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Flow } from '../../../schema/flow.ts'
import { createBuilderStore } from './builder-store.ts'
import { applyDelta, toDelta } from './flow-delta.ts'
import type { HistoryKeeper } from './history-keeper.ts'
import { fromKept, KeptHistory, toKept } from './kept-history.ts'
import { rememberHistory } from './remember-history.ts'

const node = (id: string, text: string) => ({
  id,
  type: 'message',
  version: 1,
  position: { x: 0, y: 0 },
  data: { text },
})
const flow: Flow = {
  format: 'signpost.flow/1',
  id: 'f',
  name: 'F',
  locales: ['en-GB'],
  variables: [{ name: 'item', type: 'text' }],
  nodes: ['a', 'b', 'c', 'd'].map((id) => node(id, id)),
  edges: [{ id: 'e1', source: 'a', sourceHandle: 'next', target: 'b' }],
  tests: [],
  notes: [],
}
const say = (id: string, text: string) => (before: Flow) => ({
  ...before,
  nodes: before.nodes.map((each) => (each.id === id ? node(id, text) : each)),
})
const open = (start = flow) =>
  createBuilderStore({ flow: start, base: start, revision: 1, savedAt: '', live: null, changed: false })
const reopened = (kept: KeptHistory, start: Flow) =>
  fromKept(KeptHistory.parse(JSON.parse(JSON.stringify(kept))), start)
const copy = (each: Flow): Flow => structuredClone(each)

function edited(...texts: string[]) {
  const store = open()
  for (const text of texts) store.getState().act({ label: `Say ${text}` }, say('a', text))
  return store
}

describe('a change of a flow', () => {
  it('is told by its parts, and done again gives the same flow', () => {
    const entry = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), text: fc.constantFrom('1', '2') })
    const list = fc
      .uniqueArray(entry, { selector: ({ id }) => id })
      .map((all) => all.map((each) => node(each.id, each.text)))
    fc.assert(
      fc.property(list, list, fc.constantFrom('F', 'G'), (before, after, name) => {
        const from: Flow = { ...flow, nodes: before }
        const to: Flow = {
          ...flow,
          name,
          nodes: after.map(
            (each) => before.find((old) => old.id === each.id && old.data.text === each.data.text) ?? each,
          ),
        }
        expect(applyDelta(from, toDelta(from, to))).toEqual(to)
      }),
    )
  })
  it('does not hold what stayed', () => {
    expect(JSON.stringify(toDelta(flow, say('b', 'x')(flow))).length).toBeLessThan(160)
  })
})

describe('undo after the page was closed', () => {
  it('goes back and forth over every step', () => {
    const store = edited('1', '2', '3')
    store.getState().undo()
    const kept = toKept(store.getState().history, 0)
    const { history, lost } = reopened(kept, copy(store.getState().history.present))
    expect(lost).toBe(0)
    expect(history.past.map((step) => step.flow)).toEqual([flow, say('a', '1')(flow)])
    expect(history.past.map((step) => step.label)).toEqual(['Say 1', 'Say 2'])
    expect(history.future.map((step) => step.flow)).toEqual([say('a', '3')(flow)])
  })
  it('keeps what a colleague did elsewhere meanwhile', () => {
    const store = edited('1', '2')
    const kept = toKept(store.getState().history, 0)
    const { history } = reopened(kept, copy(say('b', 'theirs')(store.getState().history.present)))
    expect(history.past[0]?.flow.nodes.map(({ data }) => data.text)).toEqual(['a', 'theirs', 'c', 'd'])
  })
  it('drops the steps that a colleague’s change contradicts, and says so', async () => {
    const kept = toKept(edited('1', '2').getState().history, 0)
    const store = open(copy(say('a', 'theirs')(flow)))
    await rememberHistory(store, keeperOf(kept)).restored
    expect(store.getState().history.past).toEqual([])
    expect(store.getState().notice?.text).toContain('2 older steps can no longer be undone')
  })
  it('comes in front of what was done before the device answered', async () => {
    const before = edited('1')
    const store = open(copy(before.getState().history.present))
    const { restored } = rememberHistory(store, keeperOf(toKept(before.getState().history, 0)))
    store.getState().act({ label: 'Quick' }, say('c', 'quick'))
    await restored
    store.getState().undo()
    store.getState().undo()
    expect(store.getState().history.present).toEqual(flow)
  })
  it('leaves the draft saved: opening it is no change', async () => {
    const before = edited('1')
    const store = open(copy(before.getState().history.present))
    await rememberHistory(store, keeperOf(toKept(before.getState().history, 0))).restored
    expect(store.getState().base).toBe(store.getState().history.present)
  })
  it('drops the oldest steps when they need too much room', () => {
    const kept = toKept(edited('1', '2', '3').getState().history, 0, 300)
    expect(kept.past.map(({ label }) => label)).toEqual(['Say 3', 'Say 2'])
  })
  it('is kept shortly after each edit', () => {
    vi.useFakeTimers()
    const keeper = keeperOf(undefined)
    const store = open()
    rememberHistory(store, keeper)
    store.getState().act({ label: 'Say' }, say('a', '1'))
    vi.advanceTimersByTime(500)
    vi.useRealTimers()
    expect(keeper.keep).toHaveBeenCalledOnce()
  })
})

function keeperOf(kept: KeptHistory | undefined) {
  return {
    find: async () => kept,
    keep: vi.fn(async (_history: KeptHistory) => true),
  } satisfies HistoryKeeper
}
