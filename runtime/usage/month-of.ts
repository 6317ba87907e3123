import { localTime } from '../contact/node-context.ts'

/** `2026-11`: the calendar month of an instant in a zone. */
export function monthOf(at: number, zone: string): string {
  return localTime(at, zone).slice(0, 7)
}
