import type { Box } from '../commands/frame-nodes.ts'
import { type Card, hasRows, headHeight, rowHeight, summaryHeight } from './card.ts'

/** A place where an edge leaves a card, from the card's upper left corner. */
export interface Port {
  outcome: string
  x: number
  y: number
  side: 'right' | 'bottom'
}

const firstRow = headHeight + summaryHeight + 1 + rowHeight / 2

/**
 * The ports of a card. Rows have theirs at the right edge; a single way out has it on the side that faces where it leads:
 * below when `target` lies underneath, else at the right.
 */
export function portsOf(card: Card, box: Box, target?: Box): Port[] {
  const [only] = card.outcomes
  if (card.kind === 'note' || card.kind === 'frame' || !only) return []
  if (!hasRows(card)) {
    if (card.kind === 'unknown')
      return card.outcomes.map(({ id }, index) => ({ outcome: id, x: card.width, y: 23 + index * 4, side: 'right' }))
    return target && liesBelow(box, target)
      ? [{ outcome: only.id, x: card.width / 2, y: card.height, side: 'bottom' }]
      : [{ outcome: only.id, x: card.width, y: headHeight / 2, side: 'right' }]
  }
  return card.outcomes.map(({ id }, index) => ({
    outcome: id,
    x: card.width,
    y: firstRow + index * rowHeight,
    side: 'right',
  }))
}

/** Whether `below` lies under `box`, and at least partly in its column. */
export function liesBelow(box: Box, below: Box): boolean {
  return below.y >= box.y + box.height + 24 && below.x < box.x + box.width && below.x + below.width > box.x
}
