import { useCallback } from 'react'
import type { NodeChange } from 'reactflow'
import { useBuilder } from '../builder-context.tsx'
import type { CanvasNode } from './canvas-nodes.ts'

/** Takes selection from React Flow. Sizes and places are our own: they come from the document. */
export function useChanges() {
  const { store } = useBuilder()
  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasNode>[]) => {
      const { view, select } = store.getState()
      const nodes = withChanges(view.nodes, changes)
      if (nodes !== view.nodes) select(nodes)
    },
    [store],
  )
  return { onNodesChange }
}

function withChanges(ids: readonly string[], changes: readonly NodeChange<CanvasNode>[]): readonly string[] {
  const next = new Set(ids)
  for (const change of changes) {
    if (change.type !== 'select') continue
    if (change.selected) next.add(change.id)
    else next.delete(change.id)
  }
  return next.size === ids.length && ids.every((id) => next.has(id)) ? ids : [...next]
}
