import type { BuilderStore } from './builder-store.ts'
import type { HistoryKeeper } from './history-keeper.ts'
import { fromKept, toKept } from './kept-history.ts'

/** How long editing rests before the history is kept, in milliseconds. */
const rest = 400

/**
 * Undo goes on where it was when the page was closed, and every step from now on is kept too. What cannot be brought along
 * is said once. Returns how to stop.
 */
export function rememberHistory(store: BuilderStore, keeper: HistoryKeeper, now = Date.now) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  const opened = store.getState().history.present

  async function restore() {
    const kept = await keeper.find()
    if (!kept || stopped) return
    const { history, lost } = fromKept(kept, opened)
    store.setState((state) => {
      const untouched = state.history.present === opened
      return {
        // Whoever was faster than the device has begun a new branch: what could be redone is gone, as after any edit.
        history: untouched ? history : { ...state.history, past: [...history.past, ...state.history.past] },
        base: untouched && state.base === opened ? history.present : state.base,
      }
    })
    if (lost > 0)
      store
        .getState()
        .say(
          `The draft was changed elsewhere. ${lost === 1 ? 'One older step' : `${lost} older steps`} can no longer be undone.`,
        )
  }

  function keep() {
    clearTimeout(timer)
    timer = undefined
    void keeper.keep(toKept(store.getState().history, now()))
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.history === before.history) return
    clearTimeout(timer)
    timer = setTimeout(keep, rest)
  })
  const restored = restore()
  return {
    restored,
    /** The page is being left. */
    flush: () => {
      if (timer !== undefined) keep()
    },
    stop() {
      stopped = true
      if (timer !== undefined) keep()
      unsubscribe()
    },
  }
}
