import { useCallback, useMemo, useState } from 'react'
import { z } from 'zod'
import type { Scene } from './scene.ts'

const Ids = z.array(z.string())

/**
 * Which edges are folded into chips. Those that a person unfolded stay drawn for them: it is how they look at the flow,
 * kept on this device, and no part of the document.
 */
export function useFolded(scene: Scene) {
  const key = `signpost.unfolded.${scene.flow.id}`
  const [unfolded, setUnfolded] = useState(() => read(key))
  const folded = useMemo(() => new Set([...scene.jumps].filter((edge) => !unfolded.has(edge))), [scene.jumps, unfolded])
  const toggle = useCallback(
    (edge: string) => {
      const next = new Set(unfolded)
      if (!next.delete(edge)) next.add(edge)
      setUnfolded(next)
      try {
        window.localStorage.setItem(key, JSON.stringify([...next]))
      } catch {
        // Without room it is folded again at the next visit.
      }
    },
    [unfolded, key],
  )
  return { folded, toggle }
}

function read(key: string): ReadonlySet<string> {
  try {
    return new Set(Ids.parse(JSON.parse(window.localStorage.getItem(key) ?? '[]')))
  } catch {
    return new Set()
  }
}
