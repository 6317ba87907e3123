import { useContext } from 'react'
import { useBuilder } from '../builder-context.tsx'
import { addTest } from '../commands/tests.ts'
import { ForceContext } from '../inspector/force-context.ts'
import { useSimulator } from './simulator-store.ts'
import { toTest } from './to-test.ts'
import { toScript } from './world.ts'

/** Puts the conversation into the draft as a test, as one step that can be undone. */
export function useSaveAsTest() {
  const { store } = useBuilder()
  const simulator = useSimulator()
  const force = useContext(ForceContext)
  return () => {
    const { world, played } = simulator.getState()
    if (!played) return
    const kept = played.stopped ? { ...world, actions: world.actions.slice(0, played.stopped.action) } : world
    store.getState().act({ label: 'Saved as a test', toast: true }, (flow) => {
      const departments = force.departments.map(({ value }) => value)
      return addTest(flow, toTest(flow, kept, played.turns, toScript(kept, flow, departments).departments ?? []))
    })
  }
}
