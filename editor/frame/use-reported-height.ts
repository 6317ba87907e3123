import { type RefObject, useEffect } from 'react'

/** Keeps the height of `element` in the variable `--alert-height`, so that what opens above the page stays clear of it. */
export function useReportedHeight(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (!element.current) return
    const root = document.documentElement
    const observer = new ResizeObserver(([entry]) =>
      root.style.setProperty('--alert-height', `${entry?.borderBoxSize[0]?.blockSize ?? 0}px`),
    )
    observer.observe(element.current)
    return () => {
      observer.disconnect()
      root.style.removeProperty('--alert-height')
    }
  }, [element])
}
