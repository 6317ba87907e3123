import { useEffect } from 'react'
import { above } from './use-inbox-keys.ts'

/** F6 goes to the next region, Shift F6 to the one before: alert, queue, tiles from left to right, presence. */
export function useRegionKey(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || document.querySelector(above)) return
      const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].sort(byPlace)
      if (regions.length === 0) return
      // The toasts have this key too: here it belongs to the desk.
      event.preventDefault()
      event.stopImmediatePropagation()
      const at = regions.findLastIndex((region) => region.contains(document.activeElement))
      const next = regions[(at + (event.shiftKey ? regions.length - 1 : 1)) % regions.length]
      focusFirst(next)
    }
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [])
}

/** Presence stands in the queue, and comes last. */
function byPlace(a: HTMLElement, b: HTMLElement): number {
  return Number(isInside(a)) - Number(isInside(b))
}

function isInside(region: HTMLElement): boolean {
  return region.parentElement?.closest('[data-region]') != null
}

function focusFirst(region: HTMLElement | undefined): void {
  const box = region?.querySelector<HTMLElement>('textarea[data-reply], section[tabindex="0"], button')
  const target = box ?? region
  target?.focus()
}
