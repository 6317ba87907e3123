import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** One of two documents that are compared: the draft, or a published version. */
export type Side = 'draft' | number

export interface CompareState {
  /** What is compared; missing while the flow is being drawn. */
  sides: { before: Side; after: Side } | undefined
  look: 'canvas' | 'text'
  /** The node whose changes are read. */
  chosen: string | undefined
  open(before: Side, after: Side): void
  show(look: 'canvas' | 'text'): void
  choose(node: string | undefined): void
  close(): void
}
export type CompareStore = StoreApi<CompareState>

/** Which two documents are compared on the canvas. It belongs to the view. */
export function createCompare(): CompareStore {
  return createStore<CompareState>()((set) => ({
    sides: undefined,
    look: 'canvas',
    chosen: undefined,
    open: (before, after) => set({ sides: { before, after }, chosen: undefined }),
    show: (look) => set({ look }),
    choose: (chosen) => set({ chosen }),
    close: () => set({ sides: undefined, chosen: undefined, look: 'canvas' }),
  }))
}

export const CompareContext = createContext<CompareStore | undefined>(undefined)

export function useCompare(): CompareStore {
  const compare = useContext(CompareContext)
  if (!compare) throw new Error('This part of the builder stands outside <CompareContext>.')
  return compare
}

export function useCompareState<Part>(select: (state: CompareState) => Part): Part {
  return useStore(useCompare(), select)
}

/** A side in words. */
export function nameSide(side: Side): string {
  return side === 'draft' ? 'Draft' : `Version ${side}`
}
