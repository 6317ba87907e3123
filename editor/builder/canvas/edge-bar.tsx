import { FoldHorizontal, Plus, Trash2, UnfoldHorizontal } from 'lucide-react'
import { useStore, ViewportPortal } from 'reactflow'
import { IconButton } from '../../ui/icon-button.tsx'
import { useBuilder, useBuilderState } from '../builder-context.tsx'
import styles from './edge-bar.module.css'
import { labelPlace } from './edge-path.ts'
import type { Scene } from './scene.ts'

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
  const zoom = useStore((state) => state.transform[2])
  const edge = scene.flow.edges.find(({ id }) => id === chosen)
  const points = edge && scene.lines.get(edge.id)
  if (!edge || !points) return null
  const outcome = scene.cards.get(edge.source)?.outcomes.find(({ id }) => id === edge.sourceHandle)?.label
  const { labelX, labelY } = labelPlace(points)
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
