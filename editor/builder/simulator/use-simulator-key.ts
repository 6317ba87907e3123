import { useEffect } from 'react'
import { isPressed } from '../../ui/keys.ts'
import { builderKeys } from '../builder-keys.ts'
import { focusCanvas } from '../canvas/focus-canvas.ts'
import type { Simulator } from './simulator-store.ts'

/** Ctrl and Enter open the simulator and close it again. */
export function useSimulatorKey(simulator: Simulator): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!isPressed(event, builderKeys.test)) return
      if (event.target instanceof Element && event.target.closest('.monaco-editor')) return
      if (document.querySelector('[role="dialog"], [role="alertdialog"]:not([aria-modal="false"])')) return
      // Buttons and tabs take Enter for themselves, with Ctrl as well: this comes first.
      event.preventDefault()
      event.stopPropagation()
      const { open, show } = simulator.getState()
      show(!open)
      if (open) requestAnimationFrame(focusCanvas)
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [simulator])
}
