import { createContext, useContext } from 'react'
import { useStore } from 'reactflow'

/** How much of a card is drawn: everything, under 60 % title and tile, under 35 % the tile alone. */
export type Detail = 'full' | 'title' | 'tile'

export const DetailContext = createContext<Detail>('full')

export function useDetail(): Detail {
  return useContext(DetailContext)
}

/** The detail for the canvas's zoom. It changes at the two thresholds only. */
export function useZoomDetail(): Detail {
  return useStore((state) => (state.transform[2] < 0.35 ? 'tile' : state.transform[2] < 0.6 ? 'title' : 'full'))
}
