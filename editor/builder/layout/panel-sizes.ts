import { z } from 'zod'

/** A side of the canvas that a person can make larger or smaller. */
export type PanelName = 'palette' | 'inspector' | 'dock'
export type PanelSizes = Readonly<Record<PanelName, number>>

/** Sizes in px: the first, and how far it goes. The canvas keeps at least 560 px besides (in the style sheet). */
export const panelRange: Readonly<Record<PanelName, { first: number; least: number; most: number }>> = {
  palette: { first: 160, least: 128, most: 320 },
  inspector: { first: 300, least: 260, most: 640 },
  dock: { first: 212, least: 96, most: 640 },
}
const key = 'signpost.builder.panels'
const Stored = z.object({ palette: z.number(), inspector: z.number(), dock: z.number() }).partial()

/** `size` as far as this panel can go. */
export function withinRange(panel: PanelName, size: number): number {
  const { least, most } = panelRange[panel]
  return Math.round(Math.max(least, Math.min(most, size)))
}

/** What this person chose on this device, else the first sizes. */
export function readPanelSizes(storage: Storage = window.localStorage): PanelSizes {
  const stored = readStored(storage)
  const sizeOf = (panel: PanelName) => withinRange(panel, stored[panel] ?? panelRange[panel].first)
  return { palette: sizeOf('palette'), inspector: sizeOf('inspector'), dock: sizeOf('dock') }
}

export function keepPanelSizes(sizes: PanelSizes, storage: Storage = window.localStorage): void {
  try {
    storage.setItem(key, JSON.stringify(sizes))
  } catch {
    // Without room the panels are as they were at the next visit; nothing else is lost.
  }
}

function readStored(storage: Storage): z.infer<typeof Stored> {
  try {
    return Stored.parse(JSON.parse(storage.getItem(key) ?? '{}'))
  } catch {
    return {}
  }
}
