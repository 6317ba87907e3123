import 'reactflow/dist/style.css'
import { type DragEvent, memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Background, BackgroundVariant, ReactFlow, useReactFlow } from 'reactflow'
import { useBuilder, useBuilderState, useFlow, useIssues } from '../builder-context.tsx'
import { grid } from '../commands/move-nodes.ts'
import { ChooserAt } from '../palette/node-chooser.tsx'
import styles from './canvas.module.css'
import { CanvasControls } from './canvas-controls.tsx'
import { createCanvasEdges, standsOut } from './canvas-edges.ts'
import { CanvasHint } from './canvas-hint.tsx'
import { createCanvasNodes } from './canvas-nodes.ts'
import { DetailContext, isFar, useZoomDetail } from './detail.ts'
import { EdgeBar } from './edge-bar.tsx'
import { EdgeLayer } from './edge-layer.tsx'
import { EmptyCanvas } from './empty-canvas.tsx'
import { FarView } from './far-view.tsx'
import { focusCanvas } from './focus-canvas.ts'
import { GuideLines } from './guide-lines.tsx'
import { Arrows, ConnectingLine } from './line-edge.tsx'
import { NodeCard } from './node-card.tsx'
import { FrameCard, NoteCard } from './note-card.tsx'
import { useAutoLayout } from './use-auto-layout.ts'
import { useCanvasKeys } from './use-canvas-keys.ts'
import { useChanges } from './use-changes.ts'
import { useClipboard } from './use-clipboard.ts'
import { useConnecting } from './use-connecting.ts'
import { useDragging } from './use-dragging.ts'
import { useFirstView } from './use-first-view.ts'
import { useFolded } from './use-folded.ts'
import { useInView } from './use-in-view.ts'
import { useUnderPointer } from './use-under-pointer.ts'

const nodeTypes = { card: NodeCard, note: NoteCard, frame: FrameCard }
/** What the palette puts on a drag: the type of the node. */
export const draggedType = 'application/x-signpost-node'

/**
 * The drawing of the flow. It is one tab stop: inside it the keys of `useCanvasKeys` move about, and everything that a
 * pointer can do here has a key, and a form in the inspector or the outline.
 */
export const Canvas = memo(function Canvas() {
  const { makeScene, definitions, store, actions } = useBuilder()
  const flow = useFlow()
  const issues = useIssues()
  const view = useBuilderState((state) => state.view)
  const lit = useBuilderState((state) => state.lit)
  const layers = useBuilderState((state) => state.layers)
  const { screenToFlowPosition } = useReactFlow()
  const frame = useRef<HTMLDivElement>(null)
  const detail = useZoomDetail()
  const dragging = useDragging()
  const calls = useBuilderState((state) => state.calls)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known of called flows changes their ways out
  const scene = useMemo(() => makeScene(flow, dragging.places), [makeScene, flow, dragging.places, calls])
  const connecting = useConnecting(scene)
  const layout = useAutoLayout()
  const keys = useCanvasKeys(scene, connecting, layout.tidy)
  const { folded, toggle } = useFolded(scene)
  const [toNodes] = useState(createCanvasNodes)
  const [toEdges] = useState(createCanvasEdges)
  const openView = useFirstView()
  const { linking } = keys
  const nodes = useMemo(
    () => toNodes(scene, { issues, view, linking, lit, layers, folded }),
    [toNodes, scene, issues, view, linking, lit, layers, folded],
  )
  const dropEdge = dragging.overEdge ?? connecting.overEdge
  const edges = useMemo(
    () => toEdges(scene, { view, dropEdge, lit, layers, folded }),
    [toEdges, scene, view, dropEdge, lit, layers, folded],
  )
  const changes = useChanges()
  const { onPointerMove, tap } = useUnderPointer(scene, detail === 'dot')
  useClipboard(frame)
  useInView(view.active)
  useInView(lit?.node)
  useEffect(() => {
    // A page that opens takes the focus, unless a person or a link has put it somewhere already.
    if (document.activeElement === document.body) focusCanvas()
  }, [])

  const onDrop = useCallback(
    (event: DragEvent) => {
      const file = event.dataTransfer.files[0]
      if (file) {
        event.preventDefault()
        const place = screenToFlowPosition({ x: event.clientX, y: event.clientY })
        void file.text().then((text) => actions.paste(text, place) || store.getState().offer(text))
        return
      }
      const definition = definitions.get(event.dataTransfer.getData(draggedType))
      if (!definition) return
      event.preventDefault()
      const at = screenToFlowPosition({ x: event.clientX, y: event.clientY })
      connecting.drop(definition, at, event.dataTransfer.getData('text/plain') === 'frame')
      focusCanvas()
    },
    [definitions, screenToFlowPosition, connecting, actions, store],
  )

  const { cancel } = keys
  const onPaneClick = useCallback(
    (event: { clientX: number; clientY: number }) => {
      cancel()
      if (!tap(event)) store.getState().select([])
    },
    [cancel, store, tap],
  )

  return (
    <div
      className={styles.frame}
      ref={frame}
      data-detail={detail}
      onPointerMove={onPointerMove}
      onMouseDownCapture={(event) => {
        // Shift and drag draws a box; without this the browser would select the page's words as well.
        if (!event.shiftKey) return
        event.preventDefault()
        focusCanvas()
      }}
    >
      <DetailContext value={detail}>
        <Arrows />
        <ReactFlow
          nodes={nodes}
          nodeTypes={nodeTypes}
          {...changes}
          {...dragging.handlers}
          {...connecting.handlers}
          onKeyDown={keys.onKeyDown}
          onBlur={keys.onBlur}
          onDragOver={connecting.onDragOver}
          onDragLeave={connecting.onDragLeave}
          onDrop={onDrop}
          onPaneClick={onPaneClick}
          onNodeDoubleClick={keys.openInspector}
          connectionLineComponent={ConnectingLine}
          connectionRadius={24}
          snapToGrid
          snapGrid={[grid, grid]}
          minZoom={0.08}
          maxZoom={2}
          onInit={openView}
          panOnScroll
          panActivationKeyCode="Space"
          deleteKeyCode={null}
          multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
          selectionKeyCode="Shift"
          zoomOnDoubleClick={false}
          nodesFocusable={false}
          disableKeyboardA11y
          elevateNodesOnSelect={false}
          onlyRenderVisibleElements={flow.nodes.length > 120}
          tabIndex={0}
          aria-label="Canvas"
          aria-describedby="canvas-keys"
          aria-activedescendant={view.active === undefined ? undefined : `node-${view.active}`}
        >
          <Background variant={BackgroundVariant.Dots} gap={16} size={1.5} color="var(--grid-dot)" />
          {isFar(detail) && <FarView edges={edges} nodes={nodes} cards={detail === 'dot'} />}
          <EdgeLayer edges={isFar(detail) ? edges.filter(standsOut) : edges} />
          <GuideLines guides={dragging.guides} />
          <EdgeBar scene={scene} folded={folded} onFold={toggle} onInsert={connecting.openOnEdge} />
          <CanvasControls nodes={nodes} layout={layout} />
        </ReactFlow>
      </DetailContext>
      {flow.nodes.length === 0 && <EmptyCanvas onAdd={() => connecting.openAt()} />}
      <CanvasHint linking={keys.linking} scene={scene} said={keys.said} />
      {connecting.chooser && (
        <ChooserAt
          at={connecting.chooser.screen}
          title={connecting.chooser.from || connecting.chooser.edge ? 'Choose the next node' : 'Add a node'}
          next={connecting.chooser.edge !== undefined}
          onChoose={(definition, isFrame) => connecting.choose(definition, isFrame)}
          onClose={() => {
            connecting.close()
            focusCanvas()
          }}
        />
      )}
      <p id="canvas-keys" hidden>
        Arrow keys go to the nearest node, Tab follows the path, Enter opens the settings, O connects an outcome, slash
        adds a node. Question mark lists all keys.
      </p>
    </div>
  )
})
