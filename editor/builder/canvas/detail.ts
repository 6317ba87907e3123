import { createContext, useContext } from 'react'
import { useStore } from 'reactflow'

/**
 * How much of a card is drawn: everything, under 60 % title and tile, under 35 % the tile alone. Under 20 % nothing of a
 * tile can be told but its colour: `FarView` paints all cards at once.
 */
export type Detail = 'full' | 'title' | 'tile' | 'dot'

export const DetailContext = createContext<Detail>('full')

export function useDetail(): Detail {
  return useContext(DetailContext)
}

/** The detail for the canvas's zoom. It changes at the thresholds only. */
export function useZoomDetail(): Detail {
  return useStore(({ transform: [, , zoom] }) =>
    zoom < 0.2 ? 'dot' : zoom < 0.35 ? 'tile' : zoom < 0.6 ? 'title' : 'full',
  )
}

/** Whether edges are painted all at once, except those that stand out. */
export function isFar(detail: Detail): boolean {
  return detail === 'tile' || detail === 'dot'
}
