import type { CellFigures, CellKind } from './cells.ts'

type Merge = { [Kind in CellKind]: (into: CellFigures[Kind], from: CellFigures[Kind], sign?: 1 | -1) => void }

/** Adds `from` to `into`, or takes it away again with a `sign` of -1: all of it are counts. */
export const merge: Merge = {
  contacts(into, from, sign = 1) {
    into.n += sign * from.n
    into.visitorTurns += sign * from.visitorTurns
    into.known += sign * from.known
    into.back += sign * from.back
    addByName(into.hours, from.hours, sign)
    addByName(into.left, from.left, sign)
    addByPlace(into.journey, from.journey, sign)
    addByName(into.waited, from.waited, sign)
    addByName(into.firstResponse, from.firstResponse, sign)
    addByName(into.handled, from.handled, sign)
    addByName(into.lasted, from.lasted, sign)
  },
  operators(into, from, sign = 1) {
    into.n += sign * from.n
    addByName(into.firstResponse, from.firstResponse, sign)
    addByName(into.handled, from.handled, sign)
  },
  ratings(into, from, sign = 1) {
    into.n += sign * from.n
    into.comments += sign * from.comments
    addByPlace(into.csat, from.csat, sign)
    addByPlace(into.nps, from.nps, sign)
    for (const [theme, counts] of Object.entries(from.themes)) {
      into.themes[theme] ??= []
      addByPlace(into.themes[theme], counts, sign)
    }
  },
  alerts(into, from, sign = 1) {
    into.n += sign * from.n
    addByName(into.acknowledged, from.acknowledged, sign)
  },
}

/** What comes to nothing goes, so that a sum does not depend on what once was there. */
function addByName(into: Record<string, number>, from: Record<string, number>, sign: 1 | -1 = 1): void {
  for (const [name, value] of Object.entries(from)) {
    const sum = (into[name] ?? 0) + sign * value
    if (sum === 0) delete into[name]
    else into[name] = sum
  }
}

function addByPlace(into: number[], from: readonly number[], sign: 1 | -1): void {
  from.forEach((value, place) => {
    into[place] = (into[place] ?? 0) + sign * value
  })
}
