import { useContext, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { simulateRoutes } from '../../../schema/api/simulate.ts'
import { FlowIssue } from '../../../schema/flow-issue.ts'
import { ApiError, call, wordsOf } from '../../api.ts'
import { useBuilder, useFlow } from '../builder-context.tsx'
import { ForceContext } from '../inspector/force-context.ts'
import { toLit } from './lit.ts'
import { type Simulator, turnsInView } from './simulator-store.ts'
import { toScript } from './world.ts'

/** How long editing rests before the conversation is played again, in milliseconds. */
const rest = 350

/** Plays the conversation again whenever it or the draft changes, and lights the canvas. */
export function useSimulation(simulator: Simulator): void {
  const { store } = useBuilder()
  const flow = useFlow()
  // As one string: the list is made anew with every answer about the force.
  const departments = useContext(ForceContext)
    .departments.map(({ value }) => value)
    .join(' ')
  const open = useStore(simulator, (state) => state.open)
  const world = useStore(simulator, (state) => state.world)
  const played = useStore(simulator, (state) => state.played)
  const look = useStore(simulator, (state) => state.look)
  const playedWorld = useRef<typeof world>(undefined)

  useEffect(() => {
    if (!open) return
    const abort = new AbortController()
    simulator.setState({ busy: true })
    const run = async () => {
      try {
        const body = { flow, script: toScript(world, flow, departments.split(' ').filter(Boolean)) }
        const answer = await call(simulateRoutes.simulate, { params: { id: flow.id }, body, signal: abort.signal })
        playedWorld.current = world
        simulator.setState({ played: answer, playedActions: world.actions, failure: undefined, busy: false })
      } catch (error) {
        if (!abort.signal.aborted) simulator.setState({ failure: reasonOf(error), busy: false })
      }
    }
    const timer = setTimeout(() => void run(), playedWorld.current === world ? rest : 0)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [simulator, open, world, flow, departments])

  useEffect(() => {
    store.setState({ lit: open && played ? toLit(turnsInView({ played, look }), flow) : undefined })
  }, [store, open, played, look, flow])
}

/** The words of a refusal with the first fault that it names. */
function reasonOf(error: unknown): string {
  const details: unknown = error instanceof ApiError ? error.details : undefined
  const issues: unknown = typeof details === 'object' && details !== null ? Reflect.get(details, 'issues') : undefined
  const parsed = FlowIssue.array().safeParse(issues)
  const first = parsed.success ? parsed.data[0]?.message : undefined
  return first === undefined ? wordsOf(error) : `${wordsOf(error)} ${first}`
}
