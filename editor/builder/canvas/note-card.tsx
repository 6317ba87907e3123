import { Hash } from 'lucide-react'
import { memo } from 'react'
import { type NodeProps, NodeResizer } from 'reactflow'
import { classes } from '../../ui/classes.ts'
import { useBuilder } from '../builder-context.tsx'
import { snap } from '../commands/move-nodes.ts'
import { type CanvasNode, nodeLabel } from './canvas-nodes.ts'
import { useDetail } from './detail.ts'
import styles from './note-card.module.css'

/** Paper for designers: visitors never see it. */
export const NoteCard = memo(function NoteCard({ id, data, selected }: NodeProps<CanvasNode>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls; this is a card on a canvas
    <div
      id={`node-${id}`}
      role="group"
      aria-label={nodeLabel(data)}
      className={classes(styles.note, selected && styles.selected, data.active && styles.active)}
      style={{ minHeight: data.card.height }}
    >
      {data.card.title || <span className={styles.empty}>Empty note</span>}
    </div>
  )
})

/** A named area. What lies in it moves with it. */
export const FrameCard = memo(function FrameCard({ id, data, selected }: NodeProps<CanvasNode>) {
  const { actions } = useBuilder()
  const detail = useDetail()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form controls; this is a card on a canvas
    <div
      id={`node-${id}`}
      role="group"
      aria-label={nodeLabel(data)}
      className={classes(styles.frame, selected && styles.selected, data.active && styles.active)}
    >
      <NodeResizer
        isVisible={selected}
        minWidth={96}
        minHeight={64}
        handleClassName={styles.corner}
        lineClassName={styles.side}
        onResizeEnd={(_event, size) => actions.resizeFrame(id, { width: snap(size.width), height: snap(size.height) })}
      />
      <span className={styles.name} data-frame-name="" data-detail={detail}>
        <Hash size={12} aria-hidden="true" />
        {data.card.title || 'Frame'}
      </span>
    </div>
  )
})
