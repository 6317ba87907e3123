import { useEffect, useState } from 'react'
import type { Box } from './place-card.ts'

/** How often it is looked at, in milliseconds: contacts come and go, columns open and close. */
const every = 250

/** Where on the window the first visible element of `selector` is; undefined while there is none. */
export function useTargetBox(selector: string | undefined): Box | undefined {
  const [box, setBox] = useState<Box>()
  useEffect(() => {
    const look = () => {
      const found = selector === undefined ? [] : [...document.querySelectorAll(selector)]
      const shown = found
        .map((element) => element.getBoundingClientRect())
        .find(({ width, height }) => width * height > 0)
      setBox((before) => (isSame(before, shown) ? before : shown && toBox(shown)))
    }
    look()
    const timer = setInterval(look, every)
    window.addEventListener('resize', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('resize', look)
    }
  }, [selector])
  return box
}

function toBox({ left, top, width, height }: DOMRect): Box {
  return { left, top, width, height }
}

function isSame(a: Box | undefined, b: Box | undefined): boolean {
  if (!a || !b) return a === b
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height
}
