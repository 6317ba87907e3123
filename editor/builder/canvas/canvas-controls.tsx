import { Maximize, Minus, Plus, Wand } from 'lucide-react'
import { Panel, useReactFlow, useStore } from 'reactflow'
import { IconButton } from '../../ui/icon-button.tsx'
import { builderKeys } from '../builder-keys.ts'
import styles from './canvas.module.css'
import type { CanvasNode } from './canvas-nodes.ts'
import { SmallPicture } from './small-picture.tsx'
import { duration } from './use-in-view.ts'

interface CanvasControlsProps {
  nodes: readonly CanvasNode[]
  layout: { busy: boolean; tidy: () => void }
}

/** The small picture of the whole, and zoom, fit, tidy. */
export function CanvasControls({ nodes, layout }: CanvasControlsProps) {
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  const zoom = useStore((state) => Math.round(state.transform[2] * 100))
  return (
    <Panel position="bottom-left" className={styles.controls}>
      <SmallPicture nodes={nodes} />
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
