/**
 * Counts by a whole number as they stand in a cell. That of a day names them, because single ones are added and taken
 * away there. That of a week or a month is a flat list, number and count in turns: it is only ever read, and a list is
 * read in a fraction of the time.
 */
export type StoredCounts = Readonly<Record<string, number>> | readonly number[]

/** Counts by a whole number in the making of a total. */
export type Tally = Map<number, number>

export function toFlat(counts: Readonly<Record<string, number>>): number[] {
  return Object.entries(counts).flatMap(([name, n]) => [Number(name), n])
}

export function addCounts(into: Tally, from: StoredCounts): void {
  if (isFlat(from)) for (let at = 0; at < from.length; at += 2) bump(into, from[at] ?? 0, from[at + 1] ?? 0)
  else for (const name in from) bump(into, Number(name), from[name] ?? 0)
}

export function toTally(...all: readonly (Tally | StoredCounts)[]): Tally {
  const sum: Tally = new Map()
  for (const each of all)
    if (each instanceof Map) for (const [number, n] of each) bump(sum, number, n)
    else addCounts(sum, each)
  return sum
}

function isFlat(counts: StoredCounts): counts is readonly number[] {
  return Array.isArray(counts)
}

function bump(into: Tally, number: number, n: number): void {
  into.set(number, (into.get(number) ?? 0) + n)
}
