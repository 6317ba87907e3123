import { useCallback } from 'react'
import { getViewportForBounds, useReactFlow, useStoreApi } from 'reactflow'
import { useBuilder } from '../builder-context.tsx'
import { pathOrder } from './find-near.ts'

/** Under this zoom the words of a card cannot be read. */
const readable = 0.5

/** The first view of a flow: all of it where it can be read so, else its beginning. It comes in one step. */
export function useFirstView() {
  const { scene } = useBuilder()
  const { getNodesBounds, setViewport } = useReactFlow()
  const flowStore = useStoreApi()
  return useCallback(() => {
    const { flow, boxes } = scene()
    if (flow.nodes.length === 0) return
    const { nodes, width, height, minZoom } = flowStore.getState()
    const whole = getViewportForBounds(getNodesBounds(nodes), width, height, minZoom, 1, 0.12)
    const first = boxes.get(pathOrder(flow)[0] ?? '')
    const zoom = 0.8
    const beginning = first && { x: 72 - first.x * zoom, y: 160 - first.y * zoom, zoom }
    void setViewport(whole.zoom < readable && beginning ? beginning : whole)
  }, [scene, getNodesBounds, setViewport, flowStore])
}
