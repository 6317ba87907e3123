import { useEffect, useState } from 'react'
import { type ReactFlowState, useStoreApi } from 'reactflow'

/** A part of the canvas, in its own coordinates. */
export interface Area {
  left: number
  top: number
  right: number
  bottom: number
}

/** How far beyond the screen is drawn, as a share of it. */
const beyond = 0.4

/**
 * What can be seen of the canvas, with some more on every side. It changes only when the view leaves it, or comes much
 * nearer: moving about draws nothing again.
 */
export function useSeenArea(): Area {
  const store = useStoreApi()
  const [area, setArea] = useState(() => areaOf(store.getState(), beyond))
  useEffect(
    () =>
      store.subscribe((state) =>
        setArea((before) => (stillFits(before, areaOf(state, 0)) ? before : areaOf(state, beyond))),
      ),
    [store],
  )
  return area
}

function areaOf({ transform: [x, y, zoom], width, height }: ReactFlowState, more: number): Area {
  return {
    left: (-x - width * more) / zoom,
    top: (-y - height * more) / zoom,
    right: (-x + width * (1 + more)) / zoom,
    bottom: (-y + height * (1 + more)) / zoom,
  }
}

function stillFits(drawn: Area, seen: Area): boolean {
  const inside =
    drawn.left <= seen.left && drawn.top <= seen.top && drawn.right >= seen.right && drawn.bottom >= seen.bottom
  return inside && drawn.right - drawn.left < (seen.right - seen.left) * 3.2
}
