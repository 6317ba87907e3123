import { Temporal } from 'temporal-polyfill'
import type { Schedule } from '../../../schema/api/insights.ts'

type Rhythm = Pick<Schedule, 'every' | 'hour'>

/** When a report is due next after `now`, in milliseconds: at its hour on the clocks of `zone`, summer and winter. */
export function nextRun({ every, hour }: Rhythm, now: number, zone: string): number {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  let day = here.toPlainDate()
  const at = () => day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds
  const fits = () => every === 'day' || (every === 'week' ? day.dayOfWeek === 1 : day.day === 1)
  while (!fits() || at() <= now) day = day.add({ days: 1 })
  return at()
}

/** The days that a report is about when it goes out at `at`: the day, week or month that is over. */
export function daysOfRun({ every }: Rhythm, at: number, zone: string): { from: string; to: string } {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
  const to =
    every === 'week'
      ? day.subtract({ days: day.dayOfWeek })
      : every === 'month'
        ? day.subtract({ days: day.day })
        : day.subtract({ days: 1 })
  const from = every === 'day' ? to : every === 'week' ? to.subtract({ days: 6 }) : to.with({ day: 1 })
  return { from: from.toString(), to: to.toString() }
}
