import { Play } from 'lucide-react'
import { useStore } from 'zustand'
import { Button } from '../../ui/button.tsx'
import { type Simulator, useMaybeSimulator } from './simulator-store.ts'

/** Opens and closes the simulator. Not there where the builder is shown without one. */
export function TestButton() {
  const simulator = useMaybeSimulator()
  return simulator ? <Toggle simulator={simulator} /> : null
}

function Toggle({ simulator }: { simulator: Simulator }) {
  const open = useStore(simulator, (state) => state.open)
  return (
    <Button
      icon={<Play size={14} aria-hidden="true" />}
      aria-pressed={open}
      onPress={() => simulator.getState().show(!open)}
    >
      Test
    </Button>
  )
}
