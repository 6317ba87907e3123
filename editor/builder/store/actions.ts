import type { Flow } from '../../../schema/flow.ts'
import type { NodeDefinition, NodeDefinitions } from '../../../schema/node-definition.ts'
import type { Point } from '../canvas/route-edges.ts'
import type { Scene } from '../canvas/scene.ts'
import { addNode, makeNode } from '../commands/add-node.ts'
import { type Alignment, alignNodes } from '../commands/align-nodes.ts'
import { copyNodes, duplicateNodes, pasteNodes } from '../commands/clipboard.ts'
import { canEnter, connect, disconnect } from '../commands/connect.ts'
import { deleteItems } from '../commands/delete-items.ts'
import { type Box, frameNodes } from '../commands/frame-nodes.ts'
import { insertIntoEdge } from '../commands/insert-into-edge.ts'
import { insideFrames } from '../commands/inside-frames.ts'
import { makeRoom } from '../commands/make-room.ts'
import { moveNodes, nudgeNodes, snap } from '../commands/move-nodes.ts'
import { setField } from '../commands/set-field.ts'
import type { BuilderStore } from './builder-store.ts'

/** From where a new node is led to: an outcome that waits for one. */
export interface Loose {
  node: string
  outcome: string
}

export type Actions = ReturnType<typeof createActions>

/** What a person can do with the chosen nodes, by mouse, key or menu alike. Each is one step for undo. */
export function createActions(store: BuilderStore, definitions: NodeDefinitions, scene: () => Scene) {
  const flow = () => store.getState().history.present
  const chosen = () => store.getState().view.nodes
  const act = store.getState().act
  const select = store.getState().select
  const titles = (ids: readonly string[]) => {
    const [only] = ids
    return ids.length === 1 && only !== undefined ? (scene().cards.get(only)?.title ?? only) : `${ids.length} nodes`
  }

  /** What moves along with chosen frames. */
  const carried = () => insideFrames(chosen(), scene().boxes, (id) => scene().cards.get(id)?.kind === 'frame')

  /** Sets a new node behind the source of an edge, and moves on what it would cover. */
  function between(added: Flow, id: string, edgeId: string): Flow {
    const edge = added.edges.find((each) => each.id === edgeId)
    const source = scene().boxes.get(edge?.source ?? '')
    const target = scene().boxes.get(edge?.target ?? '')
    if (!source || !target || target.x < source.x + source.width) return added
    const x = snap(source.x + source.width + 56)
    const placed = moveNodes(added, new Map([[id, { x, y: target.y }]]))
    return makeRoom(placed, id, source.width, target)
  }

  return {
    /** Adds a node at a place, led to from `from` or put into `edge`. Its id is returned. */
    add(definition: NodeDefinition, at: Point, way: { from?: Loose; edge?: string } = {}): string {
      const node = makeNode(flow(), definition, at)
      const outcome = definition.outcomes(node.data)[0]?.id
      act({ label: `Add ${definition.name}` }, (before) => {
        const added = addNode(before, node)
        if (way.edge) return insertIntoEdge(between(added, node.id, way.edge), way.edge, node.id, outcome)
        return way.from ? connect(added, way.from.node, way.from.outcome, node.id) : added
      })
      store.getState().focus(node.id)
      return node.id
    },
    addFrame(at: Point) {
      const definition = definitions.get('note')
      if (!definition) return
      const box = { x: at.x + 16, y: at.y + 32, width: 288, height: 176 }
      const framed = frameNodes(flow(), [box], 'Frame', definition.version)
      act({ label: 'Add frame' }, () => framed.flow)
      select([framed.id])
    },
    connect(source: string, outcome: string, target: string): boolean {
      if (!canEnter(flow(), target)) return false
      act({ label: 'Connect' }, (before) => connect(before, source, outcome, target))
      return true
    },
    disconnect(source: string, outcome: string) {
      act({ label: 'Disconnect', toast: true }, (before) => disconnect(before, source, outcome))
    },
    /** Puts nodes at new places; one that is let go on an edge goes in between. */
    move(places: ReadonlyMap<string, Point>, insert?: { edge: string; node: string }) {
      const outcome = insert && scene().cards.get(insert.node)?.outcomes[0]?.id
      act({ label: insert ? 'Insert' : 'Move' }, (before) => {
        const moved = moveNodes(before, places)
        return insert ? insertIntoEdge(moved, insert.edge, insert.node, outcome) : moved
      })
    },
    /** Puts cards at tidy places, and frames around what lies in them. */
    arrange(boxes: ReadonlyMap<string, Box>) {
      act({ label: 'Tidy up' }, (before) => {
        let arranged = moveNodes(before, boxes)
        for (const [id, { width, height }] of boxes)
          if (scene().cards.get(id)?.kind === 'frame') arranged = setField(arranged, id, 'frame', { width, height })
        return arranged
      })
    },
    /** Sets the chosen nodes on one line, or with equal gaps. What lies in a frame goes with it. */
    align(how: Alignment) {
      const boxes = new Map([...scene().boxes].filter(([id]) => chosen().includes(id)))
      if (boxes.size < 2) return
      act({ label: 'Align' }, (before) => {
        let aligned = alignNodes(before, boxes, how)
        for (const [frame, inside] of carried()) {
          const [from, to] = [boxes.get(frame), aligned.nodes.find(({ id }) => id === frame)?.position]
          if (from && to) aligned = nudgeNodes(aligned, inside, to.x - from.x, to.y - from.y)
        }
        return aligned
      })
    },
    nudge(dx: number, dy: number) {
      const ids = [...chosen(), ...[...carried().values()].flat()]
      act({ label: 'Move', typing: 'move' }, (before) => nudgeNodes(before, ids, dx, dy))
    },
    deleteChosen() {
      const { nodes, edges } = store.getState().view
      if (nodes.length + edges.length === 0) return
      const label = nodes.length > 0 ? `Deleted ${titles(nodes)}` : 'Deleted a connection'
      act({ label, toast: true }, (before) => deleteItems(before, nodes, edges))
    },
    duplicate() {
      const pasted = duplicateNodes(flow(), chosen(), definitions)
      if (!pasted) return
      act({ label: `Duplicate ${titles(chosen())}` }, () => pasted.flow)
      select(pasted.ids)
    },
    /** The chosen nodes as text for the clipboard, or '' when nothing is chosen. */
    copied(): string {
      return chosen().length === 0 ? '' : copyNodes(flow(), chosen(), definitions)
    },
    cut() {
      const ids = chosen()
      if (ids.length > 0) act({ label: `Cut ${titles(ids)}` }, (before) => deleteItems(before, ids))
    },
    paste(text: string, at?: Point): boolean {
      const pasted = pasteNodes(flow(), text, at)
      if (!pasted) return false
      act({ label: 'Paste' }, () => pasted.flow)
      select(pasted.ids)
      return true
    },
    frame() {
      const definition = definitions.get('note')
      const boxes = chosen().flatMap((id) => scene().boxes.get(id) ?? [])
      if (!definition || boxes.length === 0) return
      const framed = frameNodes(flow(), boxes, 'Frame', definition.version)
      act({ label: 'Frame' }, () => framed.flow)
      select([framed.id])
    },
    resizeFrame(id: string, size: { width: number; height: number }) {
      act({ label: 'Resize frame', typing: `${id} size` }, (before) => setField(before, id, 'frame', size))
    },
    selectAll() {
      select(flow().nodes.map((node) => node.id))
    },
  }
}
