import { useEffect, useMemo, useState } from 'react'
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, useReactFlow, ViewportPortal } from 'reactflow'
import { useBuilder } from '../../builder-context.tsx'
import { createCanvasEdges } from '../../canvas/canvas-edges.ts'
import { type CanvasNode, createCanvasNodes } from '../../canvas/canvas-nodes.ts'
import { DetailContext, useZoomDetail } from '../../canvas/detail.ts'
import { EdgeLayer } from '../../canvas/edge-layer.tsx'
import { createSceneMaker } from '../../canvas/make-scene.ts'
import { NodeCard } from '../../canvas/node-card.tsx'
import { FrameCard, NoteCard } from '../../canvas/note-card.tsx'
import type { Scene } from '../../canvas/scene.ts'
import { duration } from '../../canvas/use-in-view.ts'
import styles from './compare.module.css'
import { useCompare, useCompareState } from './compare-store.ts'
import type { Joined } from './join-flows.ts'

const nodeTypes = { card: NodeCard, note: NoteCard, frame: FrameCard }
const noIssues: [] = []

/** Both documents on one canvas, to look at: nothing can be moved here. */
export function CompareCanvas({ joined }: { joined: Joined }) {
  return (
    <ReactFlowProvider>
      <Drawing joined={joined} />
    </ReactFlowProvider>
  )
}

function Drawing({ joined }: { joined: Joined }) {
  const { definitions, contextOf } = useBuilder()
  const { choose } = useCompare().getState()
  const chosen = useCompareState((state) => state.chosen)
  const detail = useZoomDetail()
  const { setCenter, getZoom } = useReactFlow()
  const [makeScene] = useState(() => createSceneMaker(definitions, contextOf))
  const [toNodes] = useState(createCanvasNodes)
  const [toEdges] = useState(createCanvasEdges)
  const scene = useMemo(() => makeScene(joined.flow), [makeScene, joined.flow])
  const layers = useMemo(() => ({ compare: joined.layer }), [joined.layer])
  const view = useMemo(() => {
    const card = chosen !== undefined && scene.cards.get(chosen)?.kind !== 'frame'
    return { nodes: card ? [chosen] : [], edges: [], active: chosen, field: undefined }
  }, [chosen, scene])
  const nodes = useMemo(
    () => toNodes(scene, { issues: noIssues, view, layers }).map((node) => ({ ...node, draggable: false })),
    [toNodes, scene, view, layers],
  )
  const edges = useMemo(() => toEdges(scene, { view, layers }), [toEdges, scene, view, layers])

  useEffect(() => {
    const box = chosen === undefined ? undefined : scene.boxes.get(chosen)
    if (box)
      void setCenter(box.x + box.width / 2, box.y + box.height / 2, {
        zoom: Math.max(0.7, getZoom()),
        duration: duration(),
      })
  }, [chosen, scene, setCenter, getZoom])

  return (
    <DetailContext value={detail === 'dot' ? 'tile' : detail}>
      <ReactFlow<CanvasNode>
        nodes={nodes}
        nodeTypes={nodeTypes}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        elevateNodesOnSelect={false}
        onlyRenderVisibleElements={nodes.length > 120}
        onNodeClick={(_event, node) => choose(node.id)}
        onPaneClick={() => choose(undefined)}
        panOnScroll
        minZoom={0.08}
        maxZoom={2}
        fitView
        fitViewOptions={{ padding: 0.12, maxZoom: 1 }}
        aria-label="Comparison on the canvas"
      >
        <Background variant={BackgroundVariant.Dots} gap={16} size={1.5} color="var(--grid-dot)" />
        <EdgeLayer edges={edges} />
        <MovedFrom scene={scene} before={joined.before} />
      </ReactFlow>
    </DetailContext>
  )
}

/** Where moved nodes stood, with a line to where they stand. */
function MovedFrom({ scene, before }: { scene: Scene; before: Joined['before'] }) {
  return (
    <ViewportPortal>
      <svg className={styles.moved} role="presentation">
        {[...before].map(([id, place]) => {
          const box = scene.boxes.get(id)
          if (!box) return null
          return (
            <g key={id}>
              <rect x={place.x} y={place.y} width={box.width} height={box.height} rx={10} />
              <line
                x1={place.x + box.width / 2}
                y1={place.y + box.height / 2}
                x2={box.x + box.width / 2}
                y2={box.y + box.height / 2}
              />
            </g>
          )
        })}
      </svg>
    </ViewportPortal>
  )
}
