export interface Box {
  left: number
  top: number
  width: number
  height: number
}
interface Size {
  width: number
  height: number
}

const gap = 12

/**
 * Where the card stands: to the right of its target, else to the left, below or above, wherever all of it fits; always
 * within the window. Without a target, at the foot of the window, where it covers least.
 */
export function placeCard(target: Box | undefined, card: Size, window: Size): { left: number; top: number } {
  const clamp = (value: number, size: number, room: number) => Math.max(gap, Math.min(value, room - size - gap))
  const within = (left: number, top: number) => ({
    left: clamp(left, card.width, window.width),
    top: clamp(top, card.height, window.height),
  })
  if (!target) return within((window.width - card.width) / 2, window.height - card.height - 2 * gap)
  const right = target.left + target.width + gap
  const left = target.left - card.width - gap
  const below = target.top + target.height + gap
  const above = target.top - card.height - gap
  if (right + card.width + gap <= window.width) return within(right, target.top)
  if (left >= gap) return within(left, target.top)
  if (below + card.height + gap <= window.height) return within(target.left, below)
  if (above >= gap) return within(target.left, above)
  return within(window.width, window.height)
}
