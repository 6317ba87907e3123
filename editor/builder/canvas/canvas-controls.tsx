import { Maximize, Minus, Plus, Wand } from 'lucide-react'
import { MiniMap, Panel, useReactFlow, useStore } from 'reactflow'
import { IconButton } from '../../ui/icon-button.tsx'
import { builderKeys } from '../builder-keys.ts'
import styles from './canvas.module.css'
import type { CanvasNode } from './canvas-nodes.ts'
import { duration } from './use-in-view.ts'

const minimapSize = { width: 170, height: 108 }

/** The small picture of the whole, and zoom, fit, tidy. */
export function CanvasControls({ layout }: { layout: { busy: boolean; tidy: () => void } }) {
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  const zoom = useStore((state) => Math.round(state.transform[2] * 100))
  return (
    <Panel position="bottom-left" className={styles.controls}>
      <MiniMap<CanvasNode>
        className={styles.minimap}
        style={minimapSize}
        nodeColor={colourOf}
        nodeStrokeWidth={0}
        nodeBorderRadius={8}
        maskColor="transparent"
        pannable
        zoomable
        position="top-left"
        ariaLabel="Small picture of the flow"
      />
      <div className={styles.zoom}>
        <IconButton
          size="s"
          label="Zoom out"
          keys="−"
          icon={<Minus size={14} aria-hidden="true" />}
          onPress={() => void zoomOut({ duration: duration() })}
        />
        <span className={styles.percent}>{zoom}%</span>
        <IconButton
          size="s"
          label="Zoom in"
          keys="+"
          icon={<Plus size={14} aria-hidden="true" />}
          onPress={() => void zoomIn({ duration: duration() })}
        />
        <IconButton
          size="s"
          label="Show all"
          keys="Shift 1"
          icon={<Maximize size={14} aria-hidden="true" />}
          onPress={() => void fitView({ duration: duration(), padding: 0.12, maxZoom: 1 })}
        />
        <IconButton
          size="s"
          label={layout.busy ? 'Tidying' : 'Tidy up the layout'}
          keys={builderKeys.tidy.keys}
          icon={<Wand size={14} aria-hidden="true" />}
          isDisabled={layout.busy}
          onPress={layout.tidy}
        />
      </div>
    </Panel>
  )
}

function colourOf(node: CanvasNode): string {
  const { card } = node.data
  if (card.kind === 'frame') return 'transparent'
  if (card.kind === 'note') return 'var(--note-line)'
  if (card.kind === 'unknown') return 'var(--line-strong)'
  return `color-mix(in srgb, var(--node-${card.category}) 45%, var(--surface))`
}
