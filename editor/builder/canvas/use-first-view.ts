import { useCallback } from 'react'
import { useReactFlow } from 'reactflow'
import { useBuilder } from '../builder-context.tsx'
import { pathOrder } from './find-near.ts'

/** Under this zoom the words of a card cannot be read. */
const readable = 0.5

/** The first view of a flow: all of it where it can be read so, else its beginning. */
export function useFirstView() {
  const { scene } = useBuilder()
  const { fitView, getZoom, setViewport } = useReactFlow()
  return useCallback(async () => {
    const { flow, boxes } = scene()
    if (flow.nodes.length === 0) return
    await fitView({ padding: 0.12, maxZoom: 1 })
    const first = boxes.get(pathOrder(flow)[0] ?? '')
    if (getZoom() >= readable || !first) return
    const zoom = 0.8
    await setViewport({ x: 72 - first.x * zoom, y: 160 - first.y * zoom, zoom })
  }, [scene, fitView, getZoom, setViewport])
}
