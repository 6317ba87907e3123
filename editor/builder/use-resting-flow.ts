import { useEffect, useState } from 'react'
import type { Flow } from '../../schema/flow.ts'
import { useBuilder } from './builder-context.tsx'

/** How long editing rests before it is looked at, in milliseconds. */
const rest = 150

/** The document as it was when editing last rested: for what is costly to work out, and may come a moment later. */
export function useRestingFlow(): Flow {
  const { store } = useBuilder()
  const [flow, setFlow] = useState(() => store.getState().history.present)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const unsubscribe = store.subscribe((state, before) => {
      if (state.history.present === before.history.present) return
      clearTimeout(timer)
      timer = setTimeout(() => setFlow(store.getState().history.present), rest)
    })
    setFlow(store.getState().history.present)
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [store])
  return flow
}
