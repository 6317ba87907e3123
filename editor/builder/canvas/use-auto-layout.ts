import { useCallback, useState } from 'react'
import { useReactFlow } from 'reactflow'
import { useBuilder } from '../builder-context.tsx'
import { duration } from './use-in-view.ts'

/** Sets the cards in tidy columns: all of them, or those that are selected. One step for undo. */
export function useAutoLayout() {
  const { actions, store, scene } = useBuilder()
  const { fitView } = useReactFlow()
  const [busy, setBusy] = useState(false)

  const tidy = useCallback(async () => {
    setBusy(true)
    try {
      const { layoutNodes } = await import('./layout-nodes.ts')
      const chosen = store.getState().view.nodes
      actions.arrange(await layoutNodes(scene(), chosen.length > 1 ? new Set(chosen) : undefined))
      if (chosen.length <= 1) setTimeout(() => void fitView({ duration: duration(), padding: 0.12, maxZoom: 1 }), 0)
    } catch {
      store.getState().say('The layout could not be worked out. Nothing was moved.')
    } finally {
      setBusy(false)
    }
  }, [actions, store, scene, fitView])
  return { busy, tidy: useCallback(() => void tidy(), [tidy]) }
}
