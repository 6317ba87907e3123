import type { Flow, FlowNode } from '../../../schema/flow.ts'
import { snap } from './move-nodes.ts'
import { newNodeId } from './new-id.ts'

/** A rectangle on the canvas. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

const side = 16
const head = 32

/** A frame (a note with a size) around `boxes`, with room for its name. It lies under the nodes: it comes first. */
export function frameNodes(
  flow: Flow,
  boxes: readonly Box[],
  text: string,
  version: number,
): { flow: Flow; id: string } {
  const left = snap(Math.min(...boxes.map((box) => box.x)) - side)
  const top = snap(Math.min(...boxes.map((box) => box.y)) - head)
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + side
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + side
  const id = newNodeId(flow, 'frame')
  const frame: FlowNode = {
    id,
    type: 'note',
    version,
    position: { x: left, y: top },
    data: { text, frame: { width: snap(right - left), height: snap(bottom - top) } },
  }
  return { flow: { ...flow, nodes: [frame, ...flow.nodes] }, id }
}

/** The size of the frame that `node` is, if it is one. */
export function frameSize(node: FlowNode): { width: number; height: number } | undefined {
  const frame = node.type === 'note' ? node.data.frame : undefined
  if (typeof frame !== 'object' || frame === null || !('width' in frame) || !('height' in frame)) return undefined
  const { width, height } = frame
  return typeof width === 'number' && typeof height === 'number' ? { width, height } : undefined
}

/** Whether `inner` lies inside `outer` with its middle. */
export function liesIn(inner: Box, outer: Box): boolean {
  const x = inner.x + inner.width / 2
  const y = inner.y + inner.height / 2
  return x > outer.x && x < outer.x + outer.width && y > outer.y && y < outer.y + outer.height
}
