import type { Span } from './definition.ts'

const hour = 60
const day = 24 * hour

/** How much of each hour of a day is open, from 0 to 1. What goes past midnight counts on the day it begins. */
export function openHours(spans: readonly Span[]): number[] {
  const all = spans.map(toMinutes)
  return Array.from({ length: 24 }, (_, at) =>
    Math.min(
      1,
      all.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, (at + 1) * hour) - Math.max(from, at * hour)), 0) /
        hour,
    ),
  )
}

/** The hours of a day with the hours `first` to `last` opened or closed. A night that begins in the evening keeps its end. */
export function setHours(spans: readonly Span[], first: number, last: number, open: boolean): Span[] {
  const [from, to] = [Math.min(first, last) * hour, (Math.max(first, last) + 1) * hour]
  const all = spans.map(toMinutes)
  const changed = open
    ? [...all, [from, to] as const]
    : all.flatMap(([start, end]) => [
        ...(start < from ? [[start, Math.min(end, from)] as const] : []),
        ...(end > to ? [[Math.max(start, to), end] as const] : []),
      ])
  return join(changed).map(toSpan)
}

type Minutes = readonly [from: number, to: number]

function join(all: readonly Minutes[]): Minutes[] {
  const joined: [number, number][] = []
  for (const [from, to] of [...all].sort(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else if (to > from) joined.push([from, to])
  }
  return joined
}

function toMinutes({ from, to }: Span): Minutes {
  const [start, end] = [minutesOf(from), minutesOf(to)]
  return [start, end <= start ? end + day : end]
}

function toSpan([from, to]: Minutes): Span {
  return { from: timeOf(from), to: to === day ? '24:00' : timeOf(to % day) }
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * hour + minutes
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / hour)).padStart(2, '0')}:${String(minutes % hour).padStart(2, '0')}`
}
