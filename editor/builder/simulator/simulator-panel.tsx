import { ChevronLeft, ChevronRight, RotateCcw, Undo2, X } from 'lucide-react'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { focusCanvas } from '../canvas/focus-canvas.ts'
import { AnswerBox } from './answer-box.tsx'
import { OperatorBox } from './operator-box.tsx'
import styles from './simulator.module.css'
import { useSimulator, useSimulatorState } from './simulator-store.ts'
import { StateParts } from './state-parts.tsx'
import { TalkLog } from './talk-log.tsx'
import { useSaveAsTest } from './use-save-as-test.ts'
import { WorldSettings } from './world-settings.tsx'

/** Talking to the draft as a visitor, beside the canvas: what is said, where it goes, and why. */
export function SimulatorPanel({ onChart }: { onChart?: () => void }) {
  const simulator = useSimulator()
  const { actions } = useSimulatorState((state) => state.world)
  const played = useSimulatorState((state) => state.played)
  const failure = useSimulatorState((state) => state.failure)
  const busy = useSimulatorState((state) => state.busy)
  const saveAsTest = useSaveAsTest()
  const look = useSimulatorState((state) => state.look)
  const { back, restart, show, step } = simulator.getState()
  const count = played?.turns.length ?? 0
  const close = () => {
    show(false)
    requestAnimationFrame(focusCanvas)
  }
  return (
    <aside
      className={styles.panel}
      aria-label="Simulator"
      data-inspector=""
      aria-busy={busy}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) focusCanvas()
      }}
    >
      <header className={styles.head}>
        <h2>Simulator</h2>
        <IconButton
          size="s"
          label="Look one step back"
          isDisabled={count < 2 || look === 1}
          icon={<ChevronLeft size={16} aria-hidden="true" />}
          onPress={() => step(-1)}
        />
        <IconButton
          size="s"
          label="Look one step on"
          isDisabled={look === undefined}
          icon={<ChevronRight size={16} aria-hidden="true" />}
          onPress={() => step(1)}
        />
        <IconButton
          size="s"
          label="Take the last thing back"
          isDisabled={actions.length === 0}
          icon={<Undo2 size={16} aria-hidden="true" />}
          onPress={() => back(actions.length - 1)}
        />
        <IconButton
          size="s"
          label="Start again"
          isDisabled={actions.length === 0}
          icon={<RotateCcw size={16} aria-hidden="true" />}
          onPress={restart}
        />
        <IconButton
          size="s"
          label="Close the simulator"
          keys="Ctrl Enter"
          icon={<X size={16} aria-hidden="true" />}
          onPress={close}
        />
      </header>
      <WorldSettings
        onSave={saveAsTest}
        canSave={actions.length > 0 && !busy && failure === undefined && played !== undefined}
      />
      {failure !== undefined && (
        <Banner tone="waiting" title="Not played." live>
          {failure}
        </Banner>
      )}
      <TalkLog />
      {played?.stopped && (
        <Banner
          tone="waiting"
          live
          actions={
            <Button size="s" onPress={() => back(played.stopped?.action ?? 0)}>
              Go on from there
            </Button>
          }
        >
          The draft has changed, or the conversation has ended. {played.stopped.message}
        </Banner>
      )}
      <StateParts onChart={onChart} />
      <OperatorBox />
      <AnswerBox />
    </aside>
  )
}
