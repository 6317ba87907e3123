import { Temporal } from 'temporal-polyfill'
import { type StoredCounts, toTally } from './tally.ts'

export type Unit = 'hour' | 'day' | 'week' | 'month'

/** The bars of a trend, and where the contacts of a period stand among them. */
export interface Buckets {
  unit: Unit
  names: string[]
  /** Places among `names`, with how many contacts belong there. */
  spread(period: string, figures: { n: number; hours: StoredCounts }): [place: number, n: number][]
}

/** Hours for up to two days, days for up to two months, weeks for up to seven months, else months. */
export function toBuckets(from: string, to: string): Buckets {
  const first = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(to)
  const days = first.until(last).days + 1
  const unit: Unit = days <= 2 ? 'hour' : days <= 62 ? 'day' : days <= 214 ? 'week' : 'month'
  const names: string[] = []
  const mondays = new Map<string, string>()
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    const name = day.toString()
    if (unit === 'week') mondays.set(name, mondayOf(day))
    const more =
      unit === 'hour'
        ? Array.from({ length: 24 }, (_, hour) => `${name}T${String(hour).padStart(2, '0')}`)
        : [unit === 'day' ? name : unit === 'week' ? mondayOf(day) : name.slice(0, 7)]
    for (const each of more) if (names.at(-1) !== each) names.push(each)
  }
  const places = new Map(names.map((name, place) => [name, place]))
  const at = (name: string, n: number): [number, number][] => {
    const place = places.get(name)
    return place === undefined ? [] : [[place, n]]
  }
  return {
    unit,
    names,
    spread(period, { n, hours }) {
      if (unit === 'hour')
        return [...toTally(hours)].flatMap(([hour, count]) =>
          at(`${period}T${String(hour % 24).padStart(2, '0')}`, count),
        )
      if (unit === 'day') return at(period, n)
      if (unit === 'month') return at(period.slice(0, 7), n)
      return at(period.startsWith('w') ? period.slice(1) : (mondays.get(period) ?? ''), n)
    },
  }
}

/** The sums to which a day belongs: its week, named by its Monday, and its month: `w2026-11-16`, `2026-11`. */
export function periodsOf(day: string): string[] {
  return [`w${mondayOf(Temporal.PlainDate.from(day))}`, day.slice(0, 7)]
}

/** The days of a week or a month. */
export function daysOfPeriod(period: string): { from: string; to: string } {
  if (period.startsWith('w')) {
    const from = Temporal.PlainDate.from(period.slice(1))
    return { from: from.toString(), to: from.add({ days: 6 }).toString() }
  }
  const month = Temporal.PlainYearMonth.from(period)
  return { from: `${period}-01`, to: month.toPlainDate({ day: month.daysInMonth }).toString() }
}

/** A stretch of days that is read at once: by the sum of a week or a month, or day by day. */
export interface Piece {
  from: string
  to: string
}

/** The days between two days in pieces: periods of `summed` that lie whole in between, and up to eight days elsewhere. */
export function toPieces(from: string, to: string, summed: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  const last = Temporal.PlainDate.from(to)
  let day = Temporal.PlainDate.from(from)
  let open: Piece | undefined
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    const name = day.toString()
    const period = periodsOf(name).find((each) => summed.has(each) && daysOfPeriod(each).from === name)
    const end = period && daysOfPeriod(period).to
    if (period && end !== undefined && end <= to) {
      pieces.push({ from: period, to: period })
      open = undefined
      day = Temporal.PlainDate.from(end).add({ days: 1 })
      continue
    }
    if (open && Temporal.PlainDate.from(open.from).until(day).days < 8) open.to = name
    else {
      open = { from: name, to: name }
      pieces.push(open)
    }
    day = day.add({ days: 1 })
  }
  return pieces
}

function mondayOf(day: Temporal.PlainDate): string {
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}
