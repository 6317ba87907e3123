import { Temporal } from 'temporal-polyfill'

/** The instant at which clocks in `zone` show `local` (`2026-11-20T19:41`); undefined where that is no time. */
export function toInstant(local: string, zone: string): number | undefined {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds
  } catch {
    return undefined
  }
}
