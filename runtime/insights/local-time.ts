import { Temporal } from 'temporal-polyfill'

/** Day and hour of an instant on the clocks of `zone`: `2026-11-20`, 19. */
export function toLocalHour(at: number, zone: string): { day: string; hour: number } {
  const parts = formatterOf(zone).formatToParts(at)
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return { day: `${part('year')}-${part('month')}-${part('day')}`, hour: Number(part('hour')) }
}

/** The instants between which `day` lies in `zone`: 23, 24 or 25 hours. */
export function spanOfDay(day: string, zone: string): { from: number; to: number } {
  const date = Temporal.PlainDate.from(day)
  const startOf = (each: Temporal.PlainDate) => each.toZonedDateTime(zone).epochMilliseconds
  return { from: startOf(date), to: startOf(date.add({ days: 1 })) }
}

/** Making a formatter costs more than using it a thousand times. */
const formatters = new Map<string, Intl.DateTimeFormat>()
function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    })
    formatters.set(zone, formatter)
  }
  return formatter
}
