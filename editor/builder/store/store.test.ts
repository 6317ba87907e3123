import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Flow } from '../../../schema/flow.ts'
import { moveNodes } from '../commands/move-nodes.ts'
import { startAutosave } from './autosave.ts'
import { createBuilderStore } from './builder-store.ts'
import type { DraftKeeper, Kept } from './draft-keeper.ts'
import { mergeFlows } from './merge-flows.ts'
import { openDraft } from './open-draft.ts'
import type { SaveAnswer, TheirDraft } from './save-state.ts'

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
  variables: [],
  nodes: [node('a', 'A'), node('b', 'B')],
  edges: [{ id: 'e1', source: 'a', sourceHandle: 'next', target: 'b' }],
  tests: [],
  notes: [],
}
const say = (id: string, text: string) => (before: Flow) => ({
  ...before,
  nodes: before.nodes.map((each) => (each.id === id ? { ...each, data: { text } } : each)),
})
const open = () =>
  createBuilderStore({ flow, base: flow, revision: 1, savedAt: '2026-11-21T14:32:00Z', live: null, changed: false })
const saved = (revision: number): SaveAnswer => ({
  kind: 'saved',
  revision,
  savedAt: '2026-11-21T14:33:00Z',
  changed: true,
  issues: [],
})
const textOf = (each: Flow, id: string) => each.nodes.find((candidate) => candidate.id === id)?.data.text

function keepInMemory(): DraftKeeper & { kept: Kept | undefined } {
  const keeper: DraftKeeper & { kept: Kept | undefined } = {
    kept: undefined,
    keep: (kept: Kept) => {
      keeper.kept = kept
      return true
    },
    find: () => keeper.kept,
    forget: () => {
      keeper.kept = undefined
    },
  }
  return keeper
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('undo', () => {
  it('goes back and forth over whole documents, without limit', () => {
    const store = open()
    for (let number = 0; number < 500; number++) store.getState().act({ label: 'Say' }, say('a', `${number}`))
    for (let number = 0; number < 500; number++) store.getState().undo()
    expect(store.getState().history.present).toBe(flow)
    for (let number = 0; number < 500; number++) store.getState().redo()
    expect(textOf(store.getState().history.present, 'a')).toBe('499')
  })
  it('takes typing in one field back as one step', () => {
    const store = open()
    for (const text of ['H', 'He', 'Hel']) store.getState().act({ label: 'Type', typing: 'a text' }, say('a', text))
    store.getState().act({ label: 'Type', typing: 'b text' }, say('b', 'X'))
    store.getState().undo()
    expect(textOf(store.getState().history.present, 'a')).toBe('Hel')
    store.getState().undo()
    expect(store.getState().history.present).toBe(flow)
  })
  it('starts a new step after a rest', () => {
    const store = open()
    store.getState().act({ label: 'Type', typing: 'a text' }, say('a', 'H'))
    vi.advanceTimersByTime(3_000)
    store.getState().act({ label: 'Type', typing: 'a text' }, say('a', 'He'))
    store.getState().undo()
    expect(textOf(store.getState().history.present, 'a')).toBe('H')
  })
  it('forgets a selection that is no longer there', () => {
    const store = open()
    store.getState().select(['a', 'b'])
    store.getState().act({ label: 'Delete' }, (before) => ({ ...before, nodes: before.nodes.slice(1), edges: [] }))
    expect(store.getState().view.nodes).toEqual(['b'])
  })
})

describe('autosave', () => {
  it('saves once when editing rests', async () => {
    const store = open()
    const save = vi.fn(async () => saved(2))
    startAutosave(store, save, keepInMemory())
    store.getState().act({ label: 'Say' }, say('a', '1'))
    await vi.advanceTimersByTimeAsync(500)
    store.getState().act({ label: 'Say' }, say('a', '2'))
    await vi.advanceTimersByTimeAsync(599)
    expect(save).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(save).toHaveBeenCalledOnce()
    expect(store.getState()).toMatchObject({ revision: 2, save: { kind: 'saved' } })
  })
  it('sends one save at a time, also when it is asked twice meanwhile', async () => {
    const store = open()
    let under = 0
    let most = 0
    let revision = 1
    const save = vi.fn(async () => {
      most = Math.max(most, ++under)
      await new Promise((done) => setTimeout(done, 2_000))
      under--
      return saved(++revision)
    })
    const autosave = startAutosave(store, save, keepInMemory())
    store.getState().act({ label: 'Say' }, say('a', '1'))
    void autosave.flush()
    store.getState().act({ label: 'Say' }, say('a', '2'))
    void autosave.flush()
    void autosave.flush()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(most).toBe(1)
    expect(store.getState()).toMatchObject({ revision: 3, save: { kind: 'saved' } })
  })
  it('keeps what it cannot save on this device, and tries again', async () => {
    const store = open()
    const keeper = keepInMemory()
    const save = vi
      .fn<() => Promise<SaveAnswer>>()
      .mockResolvedValueOnce({ kind: 'offline' })
      .mockResolvedValue(saved(2))
    startAutosave(store, save, keeper)
    store.getState().act({ label: 'Say' }, say('a', '1'))
    await vi.advanceTimersByTimeAsync(600)
    expect(store.getState().save).toEqual({ kind: 'offline', kept: true })
    expect(keeper.kept && textOf(keeper.kept.flow, 'a')).toBe('1')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(store.getState().save.kind).toBe('saved')
    expect(keeper.kept).toBeUndefined()
  })
  it('opens with what this device kept', () => {
    const keeper = keepInMemory()
    keeper.keep({ revision: 1, base: flow, flow: say('a', 'mine')(flow), at: '' })
    const draft = {
      id: 'f',
      revision: 3,
      flow: say('b', 'theirs')(flow),
      issues: [],
      live: null,
      changed: true,
      savedAt: '',
      savedBy: 'Tom',
    }
    expect(openDraft(draft, keeper)).toMatchObject({ revision: 1, base: flow })
    expect(textOf(openDraft(draft, keeper).flow, 'a')).toBe('mine')
  })
  it('joins a colleague’s work on other nodes by itself, and undo leaves it there', async () => {
    const store = open()
    const theirs: TheirDraft = { revision: 7, savedBy: 'Tom', savedAt: '', flow: say('b', 'theirs')(flow) }
    const save = vi
      .fn<() => Promise<SaveAnswer>>()
      .mockResolvedValueOnce({ kind: 'conflict', theirs })
      .mockResolvedValue(saved(8))
    startAutosave(store, save, keepInMemory())
    store.getState().act({ label: 'Say' }, say('a', 'mine'))
    await vi.advanceTimersByTimeAsync(700)
    expect(store.getState()).toMatchObject({ revision: 8, save: { kind: 'saved' } })
    expect(['a', 'b'].map((id) => textOf(store.getState().history.present, id))).toEqual(['mine', 'theirs'])
    store.getState().undo()
    expect(['a', 'b'].map((id) => textOf(store.getState().history.present, id))).toEqual(['A', 'theirs'])
  })
  it('asks before it saves over a colleague’s work on the same node', async () => {
    const store = open()
    const theirs: TheirDraft = { revision: 7, savedBy: 'Tom', savedAt: '', flow: say('a', 'theirs')(flow) }
    const save = vi
      .fn<() => Promise<SaveAnswer>>()
      .mockResolvedValueOnce({ kind: 'conflict', theirs })
      .mockResolvedValue(saved(8))
    const autosave = startAutosave(store, save, keepInMemory())
    store.getState().act({ label: 'Say' }, say('a', 'mine'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(save).toHaveBeenCalledOnce()
    expect(store.getState().save).toMatchObject({ kind: 'conflict', conflicts: [{ part: 'node', id: 'a' }] })
    const done = autosave.resolve({ 'node:a': 'theirs' })
    await vi.advanceTimersByTimeAsync(700)
    await done
    expect(textOf(store.getState().history.present, 'a')).toBe('theirs')
    expect(store.getState().save.kind).toBe('saved')
  })
})

describe('a colleague who saves while this page is open', () => {
  const theirs = (revision: number) => ({
    revision,
    flow: { ...say('b', 'theirs')(flow), nodes: [...say('b', 'theirs')(flow).nodes].reverse() },
    savedAt: '',
    changed: true,
    live: null,
  })

  it('is seen at once, without a save that would only give it back', async () => {
    const store = open()
    const save = vi.fn(async () => saved(9))
    const autosave = startAutosave(store, save, keepInMemory())
    store.getState().act({ label: 'Say' }, say('a', 'mine'))
    store.getState().undo()
    await autosave.catchUp(7, async () => theirs(7))
    expect(store.getState()).toMatchObject({ revision: 7, save: { kind: 'saved' } })
    expect(textOf(store.getState().history.present, 'b')).toBe('theirs')
    store.getState().redo()
    expect(['a', 'b'].map((id) => textOf(store.getState().history.present, id))).toEqual(['mine', 'theirs'])
    store.getState().undo()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(store.getState().base).toBe(store.getState().history.present)
    expect(save.mock.calls.length).toBeLessThanOrEqual(1)
  })
  it('is not read over changes of one’s own: saving those finds out what to merge', async () => {
    const store = open()
    const save = vi.fn(async () => saved(9))
    const read = vi.fn(async () => theirs(7))
    const autosave = startAutosave(store, save, keepInMemory())
    store.getState().act({ label: 'Say' }, say('a', 'mine'))
    await autosave.catchUp(7, read)
    expect(read).not.toHaveBeenCalled()
    expect(save).toHaveBeenCalledOnce()
  })
  it('is not news when it is one’s own save that is heard of', async () => {
    const store = open()
    const read = vi.fn(async () => theirs(2))
    const autosave = startAutosave(store, async () => saved(2), keepInMemory())
    store.getState().act({ label: 'Say' }, say('a', 'mine'))
    const saving = autosave.flush()
    await autosave.catchUp(2, read)
    await saving
    expect(read).not.toHaveBeenCalled()
  })
})

describe('merging', () => {
  it('keeps both nodes when two designers made one of the same id, with what leads to each', () => {
    const [edge] = flow.edges
    const made = (text: string): Flow => ({
      ...flow,
      nodes: [...flow.nodes, node('c', text)],
      edges: [...flow.edges, { id: 'e9', source: 'b', sourceHandle: 'next', target: 'c' }],
      tests: [{ id: 'test-1', name: text, steps: [] }],
    })
    const { flow: merged, conflicts } = mergeFlows(flow, made('mine'), made('theirs'))
    expect(conflicts).toMatchObject([{ part: 'edge' }])
    expect(merged.nodes.map(({ id }) => [id, textOf(merged, id)])).toEqual([
      ['a', 'A'],
      ['b', 'B'],
      ['cb', 'mine'],
      ['c', 'theirs'],
    ])
    expect(merged.tests.map(({ id, name }) => [id, name])).toEqual([
      ['test-1b', 'mine'],
      ['test-1', 'theirs'],
    ])
    expect(merged.edges[0]).toEqual(edge)
  })
  it('asks nothing when one moved a node and the other changed its words', () => {
    const moved = moveNodes(flow, new Map([['a', { x: 80, y: 8 }]]))
    for (const [mine, theirs] of [
      [moved, say('a', 'new')(flow)],
      [say('a', 'new')(flow), moved],
    ] as const) {
      const { flow: merged, conflicts } = mergeFlows(flow, mine, theirs)
      expect(conflicts).toEqual([])
      expect(merged.nodes[0]).toMatchObject({ position: { x: 80, y: 8 } })
      expect(textOf(merged, 'a')).toBe('new')
    }
  })
  it('keeps what one side added, and drops edges whose node the other side deleted', () => {
    const mine: Flow = { ...flow, nodes: [...flow.nodes, node('c', 'C')] }
    const theirs: Flow = { ...flow, nodes: flow.nodes.slice(0, 1), edges: [] }
    const merged = mergeFlows(flow, mine, theirs)
    expect(merged.conflicts).toEqual([])
    expect(merged.flow.nodes.map(({ id }) => id)).toEqual(['a', 'c'])
    expect(merged.flow.edges).toEqual([])
  })
  it('is a conflict when one side deletes what the other changed', () => {
    const mine = say('b', 'changed')(flow)
    const theirs: Flow = { ...flow, nodes: flow.nodes.slice(0, 1), edges: [] }
    expect(mergeFlows(flow, mine, theirs).conflicts).toMatchObject([{ part: 'node', id: 'b', theirs: undefined }])
    expect(mergeFlows(flow, mine, theirs, { 'node:b': 'theirs' }).flow.nodes.map(({ id }) => id)).toEqual(['a'])
  })
})
