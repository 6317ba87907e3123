import { SwitchField } from '../../ui/switch-field.tsx'
import { useBuilderState, useFlow } from '../builder-context.tsx'
import { useTests, useTestsState } from '../tests/tests-store.ts'
import { TrafficMenu } from '../traffic/traffic-menu.tsx'
import styles from './canvas-tools.module.css'

/** Over the canvas, on the right: what else is drawn on it. */
export function CanvasTools() {
  const { setCoverage } = useTests().getState()
  const coverage = useTestsState((state) => state.coverage)
  const tests = useFlow().tests.length
  const live = useBuilderState((state) => state.live)
  return (
    <div className={styles.tools}>
      {live !== null && <TrafficMenu />}
      {tests > 0 && (
        <div className={styles.tool}>
          <SwitchField label="Test coverage" isSelected={coverage} onChange={setCoverage} />
        </div>
      )}
    </div>
  )
}
