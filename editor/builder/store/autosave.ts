import type { Flow } from '../../../schema/flow.ts'
import type { BuilderStore } from './builder-store.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import { rebase } from './history.ts'
import { type Choices, mergeFlows, shareParts } from './merge-flows.ts'
import type { SaveAnswer, TheirDraft } from './save-state.ts'

/** How long editing rests before the draft is saved, in milliseconds. */
export const idleBeforeSave = 600
const retryAfter = [2_000, 5_000, 10_000, 30_000]

/** The draft as the server has it. */
export interface SavedDraft {
  revision: number
  flow: Flow
  savedAt: string
  changed: boolean
  live: number | null
}

export interface Autosave {
  /** Saves what is unsaved now. Resolves when the server has it, or has not. */
  flush(): Promise<void>
  /** Goes on from a conflict with what a person chose. */
  resolve(choices: Choices): Promise<void>
  /**
   * Takes in what another designer saved. `revision` is what the server says it has; `read` gets it. Without changes of
   * one's own it simply becomes the draft; with some, saving them finds out what to merge.
   */
  catchUp(revision: number, read: () => Promise<SavedDraft>): Promise<void>
  /** The page is being left: keeps and sends what is unsaved. Returns whether anything was. */
  leave(): boolean
  stop(): void
}

/**
 * Saves the draft whenever editing rests, one save at a time, naming the revision it was made from. What cannot be saved
 * is kept on this device and tried again. Changes of another designer are merged; where both changed the same part, a
 * person chooses.
 */
export function startAutosave(
  store: BuilderStore,
  save: (flow: Flow, revision: number, leaving?: boolean) => Promise<SaveAnswer>,
  keeper: DraftKeeper,
): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let failures = 0
  let stopped = false
  const flowNow = () => store.getState().history.present
  const unsaved = () => flowNow() !== store.getState().base

  function later(wait: number) {
    clearTimeout(timer)
    if (stopped) return
    timer = setTimeout(() => void flush(), wait)
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    while (running) await running
    if (!unsaved() || store.getState().save.kind === 'conflict') return
    running = attempt().finally(() => {
      running = undefined
    })
    await running
  }

  async function attempt(): Promise<void> {
    const { revision } = store.getState()
    const flow = flowNow()
    store.setState({ save: { kind: 'saving' } })
    take(flow, await save(flow, revision))
  }

  function take(flow: Flow, answer: SaveAnswer) {
    if (answer.kind === 'saved') {
      failures = 0
      store.setState({
        save: { kind: 'saved', at: answer.savedAt },
        revision: answer.revision,
        changed: answer.changed,
        base: flow,
      })
      keeper.forget()
      if (unsaved()) later(idleBeforeSave)
    } else if (answer.kind === 'conflict') join(answer.theirs)
    else {
      const kept = keep()
      store.setState({ save: answer.kind === 'offline' ? { kind: 'offline', kept } : answer })
      if (answer.kind === 'offline') later(retryAfter[Math.min(failures++, retryAfter.length - 1)] ?? 30_000)
    }
  }

  function join(answer: TheirDraft, choices?: Choices) {
    const { base, history, say } = store.getState()
    const theirs = { ...answer, flow: shareParts(base, answer.flow) }
    const { conflicts } = mergeFlows(base, history.present, theirs.flow)
    if (conflicts.length > 0 && choices === undefined) {
      keep()
      store.setState({ save: { kind: 'conflict', theirs, conflicts } })
      return
    }
    store.setState({
      history: rebase(history, (flow) => mergeFlows(base, flow, theirs.flow, choices).flow),
      base: theirs.flow,
      revision: theirs.revision,
      save: { kind: 'saving' },
    })
    if (choices === undefined) say(`${theirs.savedBy} saved changes too. Both are in the draft now.`)
    later(0)
  }

  async function catchUp(revision: number, read: () => Promise<SavedDraft>): Promise<void> {
    while (running) await running
    const behind = (there: number) =>
      !stopped && there > store.getState().revision && store.getState().save.kind !== 'conflict'
    if (!behind(revision)) return
    if (unsaved()) return flush()
    const saved = await read()
    while (running) await running
    if (!behind(saved.revision)) return
    if (unsaved()) return flush()
    const { base, history, view, select } = store.getState()
    const theirs = shareParts(base, saved.flow)
    store.setState({
      history: rebase(history, (flow) => (flow === base ? theirs : mergeFlows(base, flow, theirs).flow)),
      base: theirs,
      revision: saved.revision,
      changed: saved.changed,
      live: saved.live,
      save: { kind: 'saved', at: saved.savedAt },
    })
    const present = new Set(theirs.nodes.map(({ id }) => id))
    if (view.nodes.some((id) => !present.has(id))) select(view.nodes.filter((id) => present.has(id)))
  }

  function keep(): boolean {
    const { revision, base } = store.getState()
    return keeper.keep({ revision, base, flow: flowNow(), at: new Date().toISOString() })
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.history.present === before.history.present || !unsaved()) return
    if (state.save.kind === 'offline') keep()
    if (state.save.kind !== 'conflict') later(idleBeforeSave)
  })
  if (unsaved()) later(0)

  return {
    flush,
    catchUp,
    async resolve(choices) {
      const state = store.getState().save
      if (state.kind !== 'conflict') return
      join(state.theirs, choices)
      await flush()
    },
    leave() {
      if (!unsaved()) return false
      keep()
      void save(flowNow(), store.getState().revision, true)
      return true
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      unsubscribe()
    },
  }
}
