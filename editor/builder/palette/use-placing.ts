import { useReactFlow } from 'reactflow'
import type { NodeDefinition } from '../../../schema/node-definition.ts'
import { useBuilder } from '../builder-context.tsx'
import { leadKey } from '../canvas/scene.ts'
import { findRoom } from '../canvas/use-connecting.ts'

/** Puts new nodes where they belong without anybody pointing: beside the active node and led to from it, else in the middle. */
export function usePlacing() {
  const { actions, scene, store } = useBuilder()
  const { screenToFlowPosition } = useReactFlow()

  function place() {
    const now = scene()
    const active = now.boxes.get(store.getState().view.active ?? '')
    if (active) return findRoom(now, { x: active.x + active.width + 56, y: active.y })
    const canvas = document.querySelector('.react-flow')?.getBoundingClientRect()
    const middle = { x: (canvas?.left ?? 0) + (canvas?.width ?? 0) / 2 - 90, y: (canvas?.top ?? 0) + 120 }
    return findRoom(now, screenToFlowPosition(middle))
  }
  function add(definition: NodeDefinition) {
    const now = scene()
    const active = store.getState().view.active
    const card = active === undefined ? undefined : now.cards.get(active)
    const free = card?.outcomes.find(({ id }) => !now.leads.has(leadKey(active ?? '', id)))
    const leads =
      active !== undefined && free !== undefined && definition.category !== 'canvas' && definition.type !== 'start'
    actions.add(definition, place(), leads ? { from: { node: active, outcome: free.id } } : {})
  }

  return { place, add }
}
