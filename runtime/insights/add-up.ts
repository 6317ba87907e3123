import type { CellFigures, CellKind, StoredFigures } from './cells.ts'
import { merge } from './merge.ts'
import { toFlat } from './tally.ts'

interface StoredCell {
  key: string
  figures: string
}

/** The cells of many days as those of one longer period: of each key one, with the figures of all. */
export function addUp<Kind extends CellKind>(kind: Kind, days: readonly StoredCell[]): StoredCell[] {
  const sums = new Map<string, CellFigures[Kind]>()
  for (const { key, figures } of days) {
    const known = sums.get(key)
    const read = readDay(kind, figures)
    if (known) merge[kind](known, read)
    else sums.set(key, read)
  }
  return [...sums].map(([key, figures]) => ({ key, figures: JSON.stringify(flat[kind](figures)) }))
}

type Flat = { [Kind in CellKind]: (figures: CellFigures[Kind]) => StoredFigures[Kind] }

/** Figures of a longer period as they are kept. */
const flat: Flat = {
  contacts: (figures) => ({
    ...figures,
    hours: toFlat(figures.hours),
    waited: toFlat(figures.waited),
    firstResponse: toFlat(figures.firstResponse),
    handled: toFlat(figures.handled),
    lasted: toFlat(figures.lasted),
  }),
  operators: (figures) => ({
    ...figures,
    firstResponse: toFlat(figures.firstResponse),
    handled: toFlat(figures.handled),
  }),
  ratings: (figures) => figures,
  alerts: (figures) => ({ ...figures, acknowledged: toFlat(figures.acknowledged) }),
}

/** Figures of a day as they stand in the table: written by `toContactCells` and its like, by nobody else. */
export function readDay<Kind extends CellKind>(_kind: Kind, figures: string): CellFigures[Kind] {
  return JSON.parse(figures) as CellFigures[Kind]
}

/** Figures of any period as they stand in the table. */
export function readStored<Kind extends CellKind>(_kind: Kind, figures: string): StoredFigures[Kind] {
  return JSON.parse(figures) as StoredFigures[Kind]
}
