import { FoldHorizontal, Plus, Trash2, UnfoldHorizontal } from 'lucide-react'
import { useStore, ViewportPortal } from 'reactflow'
import { IconButton } from '../../ui/icon-button.tsx'
import { useBuilder, useBuilderState } from '../builder-context.tsx'
import styles from './edge-bar.module.css'
import { seenPlace } from './edge-path.ts'
import type { Scene } from './scene.ts'

/** So far from the edge of the canvas the bar stays, in px. */
const margin = 60

interface EdgeBarProps {
  scene: Scene
  folded: ReadonlySet<string>
  onFold: (edge: string) => void
  onInsert: (edge: string) => void
}

/** What can be done with the selected edge, on its line. */
export function EdgeBar({ scene, folded, onFold, onInsert }: EdgeBarProps) {
  const { actions } = useBuilder()
  const chosen = useBuilderState((state) => (state.view.edges.length === 1 ? state.view.edges[0] : undefined))
  const [x, y, zoom] = useStore((state) => state.transform)
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const edge = scene.flow.edges.find(({ id }) => id === chosen)
  const points = edge && scene.lines.get(edge.id)
  if (!edge || !points) return null
  const outcome = scene.cards.get(edge.source)?.outcomes.find(({ id }) => id === edge.sourceHandle)?.label
  const area = {
    left: (margin - x) / zoom,
    top: (margin - y) / zoom,
    right: (width - margin - x) / zoom,
    bottom: (height - margin - y) / zoom,
  }
  const { labelX, labelY } = seenPlace(points, area)
  return (
    <ViewportPortal>
      <div
        className={`nopan nodrag ${styles.bar}`}
        role="toolbar"
        aria-label="The selected connection"
        style={{ left: labelX, top: labelY, transform: `translate(-50%, -50%) scale(${1 / zoom})` }}
      >
        <span className={styles.words}>
          {outcome ?? edge.sourceHandle} → {scene.cards.get(edge.target)?.title ?? edge.target}
        </span>
        <IconButton
          size="s"
          label="Insert a node here"
          icon={<Plus size={14} aria-hidden="true" />}
          onPress={() => onInsert(edge.id)}
        />
        {scene.jumps.has(edge.id) && (
          <IconButton
            size="s"
            label={folded.has(edge.id) ? 'Keep it drawn' : 'Fold it into a chip'}
            icon={
              folded.has(edge.id) ? (
                <UnfoldHorizontal size={14} aria-hidden="true" />
              ) : (
                <FoldHorizontal size={14} aria-hidden="true" />
              )
            }
            onPress={() => onFold(edge.id)}
          />
        )}
        <IconButton
          size="s"
          label="Delete the connection"
          keys="Del"
          icon={<Trash2 size={14} aria-hidden="true" />}
          onPress={actions.deleteChosen}
        />
      </div>
    </ViewportPortal>
  )
}
