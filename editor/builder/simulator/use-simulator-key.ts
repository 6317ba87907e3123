import { useEffect } from 'react'
import { focusCanvas } from '../canvas/focus-canvas.ts'
import type { Simulator } from './simulator-store.ts'

/** Ctrl and Enter open the simulator and close it again. */
export function useSimulatorKey(simulator: Simulator): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return
      if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
      event.preventDefault()
      const { open, show } = simulator.getState()
      show(!open)
      if (open) requestAnimationFrame(focusCanvas)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [simulator])
}
