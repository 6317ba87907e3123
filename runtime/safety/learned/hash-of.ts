import { createHash } from 'node:crypto'

/** A number for a text, the same on every machine: what splits labelled messages into folds. */
export function hashOf(text: string): number {
  return Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 8), 16)
}
