import { useEffect } from 'react'
import { showToast } from '../ui/toast.tsx'
import { useBuilder } from './builder-context.tsx'

/** Shows what the store has to say as a toast; with Undo, for what can be taken back. */
export function useNotices() {
  const { store } = useBuilder()
  useEffect(
    () =>
      store.subscribe(({ notice }, before) => {
        if (!notice || notice.id === before.notice?.id) return
        const { past } = store.getState().history
        // Undo of the toast takes back this very step, and nothing that was done since.
        const undo = () => {
          if (store.getState().history.past.length === past.length) store.getState().undo()
          else store.getState().say('Something was changed since. Use Undo, step by step.')
        }
        showToast(notice.text, notice.undo ? { undo } : {})
      }),
    [store],
  )
}
