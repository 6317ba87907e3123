import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FlowTraffic, TrafficPeriod } from '../../../schema/api/traffic.ts'

export interface TrafficState {
  /** Figures are drawn on the canvas. */
  shown: boolean
  period: TrafficPeriod
  /** All versions together without it. */
  version: number | undefined
  /** Published versions, newest first. */
  versions: readonly number[]
  figures: FlowTraffic | undefined
  /** Why there are none, in words. */
  failure: string | undefined
  /** Somebody looks at the table of figures. */
  listed: boolean
  show(shown: boolean): void
  choose(part: { period?: TrafficPeriod; version?: number | undefined }): void
}
export type Traffic = StoreApi<TrafficState>

export const periodWords: Record<TrafficPeriod, string> = {
  day: 'last 24 hours',
  week: 'last 7 days',
  month: 'last 30 days',
  quarter: 'last 90 days',
}

/** Which figures of the flow are looked at. They belong to the view, not to the document. */
export function createTraffic(): Traffic {
  return createStore<TrafficState>()((set) => ({
    shown: false,
    period: 'week',
    version: undefined,
    versions: [],
    figures: undefined,
    failure: undefined,
    listed: false,
    show: (shown) => set({ shown }),
    choose: (part) => set(part),
  }))
}

export const TrafficContext = createContext<Traffic | undefined>(undefined)

export function useTraffic(): Traffic {
  const traffic = useContext(TrafficContext)
  if (!traffic) throw new Error('This part of the traffic stands outside <TrafficContext>.')
  return traffic
}

export function useTrafficState<Part>(select: (state: TrafficState) => Part): Part {
  return useStore(useTraffic(), select)
}
