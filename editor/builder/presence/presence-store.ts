import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FlowPresence } from '../../../schema/api/presence.ts'

export interface PresenceState {
  /** Everybody else who has the flow open. */
  others: FlowPresence['people']
}
export type PresenceStore = StoreApi<PresenceState>

export function createPresence(): PresenceStore {
  return createStore<PresenceState>()(() => ({ others: [] }))
}

export const PresenceContext = createContext<PresenceStore | undefined>(undefined)
const nobody = createPresence()

/** Everybody else who has the flow open; nobody where parts of the builder are shown alone. */
export function useOthers(): FlowPresence['people'] {
  return useStore(useContext(PresenceContext) ?? nobody, (state) => state.others)
}
