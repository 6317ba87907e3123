import type { CellFigures, CellKind } from './cells.ts'

/** Adds `from` to `into`. Counts are added, single times are kept one by one. */
export const merge: { [Kind in CellKind]: (into: CellFigures[Kind], from: CellFigures[Kind]) => void } = {
  contacts(into, from) {
    into.n += from.n
    into.visitorTurns += from.visitorTurns
    into.known += from.known
    into.back += from.back
    addByName(into.hours, from.hours)
    addByName(into.left, from.left)
    addByPlace(into.journey, from.journey)
    append(into.waited, from.waited)
    append(into.firstResponse, from.firstResponse)
    append(into.handled, from.handled)
    append(into.lasted, from.lasted)
  },
  operators(into, from) {
    into.n += from.n
    append(into.firstResponse, from.firstResponse)
    append(into.handled, from.handled)
  },
  ratings(into, from) {
    into.n += from.n
    into.comments += from.comments
    addByPlace(into.csat, from.csat)
    addByPlace(into.nps, from.nps)
    for (const [theme, counts] of Object.entries(from.themes)) {
      into.themes[theme] ??= []
      addByPlace(into.themes[theme], counts)
    }
  },
  alerts(into, from) {
    into.n += from.n
    append(into.acknowledged, from.acknowledged)
  },
}

function addByName(into: Record<string, number>, from: Record<string, number>): void {
  for (const [name, value] of Object.entries(from)) into[name] = (into[name] ?? 0) + value
}

function addByPlace(into: number[], from: readonly number[]): void {
  from.forEach((value, place) => {
    into[place] = (into[place] ?? 0) + value
  })
}

/** `push(...from)` with a long list overflows the stack. */
function append(into: number[], from: readonly number[]): void {
  for (const value of from) into.push(value)
}
