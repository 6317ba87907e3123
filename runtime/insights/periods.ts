import { Temporal } from 'temporal-polyfill'

export type Unit = 'hour' | 'day' | 'week' | 'month'

/** The bars of a trend, and where the contacts of a period stand among them. */
export interface Buckets {
  unit: Unit
  names: string[]
  /** Places among `names`, with how many contacts belong there. */
  spread(period: string, figures: { n: number; hours: Record<string, number> }): [place: number, n: number][]
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
        return Object.entries(hours).flatMap(([hour, count]) =>
          at(`${period}T${String(Number(hour) % 24).padStart(2, '0')}`, count),
        )
      if (unit === 'day') return at(period, n)
      return at(unit === 'month' ? period.slice(0, 7) : (mondays.get(period) ?? ''), n)
    },
  }
}

/** The months that lie whole between two days. */
export function wholeMonths(from: string, to: string): string[] {
  const months: string[] = []
  const last = Temporal.PlainDate.from(to)
  let month = Temporal.PlainYearMonth.from(from.slice(0, 7))
  if (!from.endsWith('-01')) month = month.add({ months: 1 })
  for (; ; month = month.add({ months: 1 })) {
    const end = month.toPlainDate({ day: month.daysInMonth })
    if (Temporal.PlainDate.compare(end, last) > 0) return months
    months.push(month.toString())
  }
}

function mondayOf(day: Temporal.PlainDate): string {
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}
