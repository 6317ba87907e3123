import { Play } from 'lucide-react'
import { useBuilder } from '../builder-context.tsx'
import styles from './simulator.module.css'
import { turnsInView, useSimulatorState } from './simulator-store.ts'
import { titleOf } from './to-talk.ts'

/** Over the canvas: that it shows a simulation, and where the contact is. */
export function RunBanner() {
  const { scene } = useBuilder()
  const open = useSimulatorState((state) => state.open)
  const played = useSimulatorState((state) => state.played)
  const look = useSimulatorState((state) => state.look)
  const last = turnsInView({ played, look }).at(-1)
  if (!open || !last) return null
  return (
    <p className={styles.banner} role="status">
      <Play size={14} aria-hidden="true" />
      {look === undefined
        ? `Simulating the draft: ${last.action < 0 ? 'the beginning' : `turn ${last.action + 1}`}, at ${titleOf(last.node, scene().cards)}`
        : `Looking back at step ${look} of ${played?.turns.length}, at ${titleOf(last.node, scene().cards)}`}
    </p>
  )
}
