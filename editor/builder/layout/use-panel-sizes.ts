import { type CSSProperties, useState } from 'react'
import { keepPanelSizes, type PanelName, readPanelSizes } from './panel-sizes.ts'

/** The sizes of the panels around the canvas, for its style sheet and its dividers. They are kept on this device. */
export function usePanelSizes() {
  const [sizes, setSizes] = useState(readPanelSizes)
  const resize = (panel: PanelName, size: number) => {
    const next = { ...sizes, [panel]: size }
    setSizes(next)
    keepPanelSizes(next)
  }
  const style: CSSProperties & Record<`--${PanelName}`, string> = {
    '--palette': `${sizes.palette}px`,
    '--inspector': `${sizes.inspector}px`,
    '--dock': `${sizes.dock}px`,
  }
  return { sizes, resize, style }
}
