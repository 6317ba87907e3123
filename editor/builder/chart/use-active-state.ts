import { useEffect, useState } from 'react'
import { type Simulator, turnsInView } from '../simulator/simulator-store.ts'

/** The state that the simulation is in, while one is open. */
export function useActiveState(simulator: Simulator | undefined): string | undefined {
  const read = () => {
    const state = simulator?.getState()
    return state?.open ? turnsInView(state).at(-1)?.state : undefined
  }
  const [active, setActive] = useState(read)
  useEffect(() => simulator?.subscribe(() => setActive(read())))
  return active
}
