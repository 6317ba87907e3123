import { type Box, liesIn } from './frame-nodes.ts'

/** What lies in each of these frames and is not itself among `ids`: it moves with the frame. */
export function insideFrames(
  ids: readonly string[],
  boxes: ReadonlyMap<string, Box>,
  isFrame: (id: string) => boolean,
): Map<string, string[]> {
  const chosen = new Set(ids)
  const inside = new Map<string, string[]>()
  for (const id of ids) {
    const frame = boxes.get(id)
    if (!frame || !isFrame(id)) continue
    inside.set(
      id,
      [...boxes].flatMap(([other, box]) => (!chosen.has(other) && liesIn(box, frame) ? [other] : [])),
    )
  }
  return inside
}
