import { SwitchField } from '../../ui/switch-field.tsx'
import { useFlow } from '../builder-context.tsx'
import { useTests, useTestsState } from '../tests/tests-store.ts'
import styles from './canvas-tools.module.css'

/** Over the canvas, on the right: what else is drawn on it. */
export function CanvasTools() {
  const { setCoverage } = useTests().getState()
  const coverage = useTestsState((state) => state.coverage)
  const tests = useFlow().tests.length
  return (
    <div className={styles.tools}>
      {tests > 0 && (
        <div className={styles.tool}>
          <SwitchField label="Test coverage" isSelected={coverage} onChange={setCoverage} />
        </div>
      )}
    </div>
  )
}
