import { type RefObject, useEffect, useState } from 'react'

/** Whether a box is larger inside than outside: then it has to take the focus, so that arrow keys can scroll it. */
export function useScrollable(box: RefObject<HTMLElement | null>): boolean {
  const [scrollable, setScrollable] = useState(false)
  useEffect(() => {
    const { current } = box
    if (!current) return
    const observer = new ResizeObserver(() =>
      setScrollable(current.scrollWidth > current.clientWidth || current.scrollHeight > current.clientHeight),
    )
    observer.observe(current)
    return () => observer.disconnect()
  }, [box])
  return scrollable
}
