import { type ReactNode, useEffect, useRef } from 'react'
import { create } from 'zustand'

/** Something that can be found and done from anywhere with Ctrl K. */
export interface Command {
  id: string
  /** Under which heading it stands. */
  group: string
  title: string
  detail?: string | undefined
  /** More words by which it is found. */
  also?: string
  icon?: ReactNode
  keys?: string
  /** It makes something new: what is there already stands before it when both match. */
  makes?: boolean
  run: () => void
}

/** Gives what it has for the words that were typed; it need not leave out what does not match. */
type Source = (words: string) => readonly Command[]

interface Commands {
  sources: ReadonlyMap<string, Source>
  open: boolean
  show: (open: boolean) => void
}

/** What the pages that are open offer, and whether it is looked at. */
export const useCommandStore = create<Commands>((set) => ({
  sources: new Map(),
  open: false,
  show: (open) => set({ open }),
}))

/** Offers commands while this part of the page is there. They are asked for when somebody looks. */
export function useCommands(name: string, source: Source): void {
  const latest = useRef(source)
  latest.current = source
  useEffect(() => {
    const change = (edit: (sources: Map<string, Source>) => void) =>
      useCommandStore.setState(({ sources }) => {
        const next = new Map(sources)
        edit(next)
        return { sources: next }
      })
    change((sources) => sources.set(name, (words) => latest.current(words)))
    return () => change((sources) => sources.delete(name))
  }, [name])
}
