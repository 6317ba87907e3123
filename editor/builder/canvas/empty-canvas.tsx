import { Workflow } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './canvas.module.css'

/** Nothing drawn yet. */
export function EmptyCanvas({ onAdd }: { onAdd: () => void }) {
  return (
    <div className={styles.empty}>
      <EmptyState
        icon={Workflow}
        title="This flow is empty"
        actions={
          <Button variant="primary" onPress={onAdd}>
            Add the first node
          </Button>
        }
      >
        Drag a node from the left, or press <Kbd keys="/" /> to add one here. Every contact begins at Start.
      </EmptyState>
    </div>
  )
}
