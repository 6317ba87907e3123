import type { Point } from './route-edges.ts'
import type { Scene } from './scene.ts'

/** The card under a point; frames do not count. */
export function findCardAt(scene: Scene, point: Point): string | undefined {
  for (const [id, box] of scene.boxes) {
    if (scene.cards.get(id)?.kind === 'frame') continue
    if (point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height) return id
  }
  return undefined
}
