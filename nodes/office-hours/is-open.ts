import { Temporal } from 'temporal-polyfill'
import { isBankHoliday } from '../../schema/bank-holidays.ts'
import { type OfficeHoursData, type Span, weekdays } from './definition.ts'

/**
 * Whether `data`'s own hours include the instant `now`. Hours are what clocks on the wall show in `zone`, so they stay
 * right when clocks change. A span that goes past midnight belongs to the day on which it begins.
 */
export function isOpen(data: OfficeHoursData, now: string, zone: string): boolean {
  const here = Temporal.Instant.from(now).toZonedDateTimeISO(zone)
  const today = here.toPlainDate()
  const clock = here.toPlainTime().toString({ smallestUnit: 'minute' })
  return (
    hoursOn(data, today).some((span) => clock >= span.from && (clock < span.to || isOvernight(span))) ||
    hoursOn(data, today.subtract({ days: 1 })).some((span) => isOvernight(span) && clock < span.to)
  )
}

/** The hours of one day: its own, else none on a bank holiday, else those of the weekday. */
function hoursOn(data: OfficeHoursData, day: Temporal.PlainDate): readonly Span[] {
  const date = day.toString()
  const special = data.special.find((each) => each.date === date)
  if (special) return special.hours
  if (data.bankHolidays && isBankHoliday(date, data.bankHolidays)) return []
  const name = weekdays[day.dayOfWeek - 1]
  return name ? data.week[name] : []
}

function isOvernight({ from, to }: Span): boolean {
  return to <= from
}
