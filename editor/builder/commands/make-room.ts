import type { Flow } from '../../../schema/flow.ts'
import type { Box } from './frame-nodes.ts'
import { snap } from './move-nodes.ts'

const gap = 56

/**
 * Moves what stands to the right of a new node far enough for it to fit between two columns. Nothing moves where there is
 * room already.
 */
export function makeRoom(flow: Flow, added: string, width: number, target: Box): Flow {
  const node = flow.nodes.find(({ id }) => id === added)
  if (!node) return flow
  const needed = snap(node.position.x + width + gap - target.x)
  if (needed <= 0 || target.x + target.width <= node.position.x) return flow
  return {
    ...flow,
    nodes: flow.nodes.map((each) =>
      each.id === added || each.position.x < target.x
        ? each
        : { ...each, position: { x: each.position.x + needed, y: each.position.y } },
    ),
  }
}
