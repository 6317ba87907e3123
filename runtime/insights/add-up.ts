import type { CellFigures, CellKind } from './cells.ts'
import { merge } from './merge.ts'

interface StoredCell {
  key: string
  figures: string
}

/** The cells of many days as those of one longer period: of each key one, with the figures of all. */
export function addUp<Kind extends CellKind>(kind: Kind, days: readonly StoredCell[]): StoredCell[] {
  const sums = new Map<string, CellFigures[Kind]>()
  for (const { key, figures } of days) {
    const known = sums.get(key)
    const read = readFigures(kind, figures)
    if (known) merge[kind](known, read)
    else sums.set(key, read)
  }
  return [...sums].map(([key, figures]) => ({ key, figures: JSON.stringify(figures) }))
}

/** Figures as they stand in the table: written by `toContactCells` and its like, by nobody else. */
export function readFigures<Kind extends CellKind>(_kind: Kind, figures: string): CellFigures[Kind] {
  return JSON.parse(figures) as CellFigures[Kind]
}
