import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SimulatedAction, SimulatedTurn, Simulation } from '../../../schema/api/simulate.ts'
import { newWorld, type World } from './world.ts'

export interface SimulatorState {
  open: boolean
  world: World
  /** What the server played last; it stays in view while the next is under way. */
  played: Simulation | undefined
  /** What had been done in it. */
  playedActions: readonly SimulatedAction[]
  /** Turns that are looked at, from the first: fewer than were played while somebody steps through them. */
  look: number | undefined
  busy: boolean
  /** Why the draft could not be played, in words. */
  failure: string | undefined
  show(open: boolean): void
  act(action: SimulatedAction): void
  /** Back to before an action: it and everything after it is taken away. */
  back(action: number): void
  restart(): void
  set(part: Partial<Omit<World, 'actions'>>): void
  /** Shows one turn less or more of what was played; nothing is taken away. */
  step(by: -1 | 1): void
}
export type Simulator = StoreApi<SimulatorState>

/** One conversation with the draft. It lives beside the document and never in it. */
export function createSimulator(now = new Date()): Simulator {
  return createStore<SimulatorState>()((set, get) => {
    const change = (part: Partial<World>) => set({ world: { ...get().world, ...part }, look: undefined })
    return {
      open: false,
      world: newWorld(now),
      played: undefined,
      playedActions: [],
      look: undefined,
      busy: false,
      failure: undefined,
      show: (open) => set({ open }),
      act: (action) => change({ actions: [...get().world.actions, action] }),
      back: (action) => change({ actions: get().world.actions.slice(0, action) }),
      restart: () => change({ actions: [] }),
      set: change,
      step(by) {
        const all = get().played?.turns.length ?? 0
        const next = Math.max(1, (get().look ?? all) + by)
        set({ look: next >= all ? undefined : next })
      },
    }
  })
}

/** The turns that are looked at. */
export function turnsInView({ played, look }: Pick<SimulatorState, 'played' | 'look'>): readonly SimulatedTurn[] {
  return played?.turns.slice(0, look) ?? noTurns
}
const noTurns: readonly SimulatedTurn[] = []

export const SimulatorContext = createContext<Simulator | undefined>(undefined)

/** Missing where parts of the builder are shown alone. */
export function useMaybeSimulator(): Simulator | undefined {
  return useContext(SimulatorContext)
}

export function useSimulator(): Simulator {
  const simulator = useContext(SimulatorContext)
  if (!simulator) throw new Error('This part of the simulator stands outside <SimulatorContext>.')
  return simulator
}

export function useSimulatorState<Part>(select: (state: SimulatorState) => Part): Part {
  return useStore(useSimulator(), select)
}
