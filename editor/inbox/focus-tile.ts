import { activateTile, useTiles } from './use-tiles.ts'

/** So long a tile may take to appear, in milliseconds. */
const patience = 2_000

/** Puts the focus into the active tile, or that of `place` (counted from 0): its reply box where there is one. */
export function focusTile(place?: number): void {
  if (place !== undefined) {
    if (!useTiles.getState().places[place]) return
    activateTile(place)
  }
  const until = Date.now() + patience
  const look = () => {
    const tile = document.querySelector<HTMLElement>(`[data-tile="${useTiles.getState().active + 1}"]`)
    const box = tile?.querySelector<HTMLElement>('textarea[data-reply]')
    if (box) return box.focus()
    if (Date.now() < until && !tile?.querySelector('[role=log]')) requestAnimationFrame(look)
    else tile?.focus()
  }
  requestAnimationFrame(look)
}
