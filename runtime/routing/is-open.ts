import type { z } from 'zod'
import type { DayHours } from '../../schema/department.ts'
import { localTime } from '../contact/node-context.ts'

export type WeekHours = z.infer<typeof DayHours>[][]

/** Whether `hours` (Monday first, local times of `zone`) are open at `at`. `null` is always open. */
export function isOpen(hours: WeekHours | null, at: number, zone: string): boolean {
  if (hours === null) return true
  const local = localTime(at, zone)
  const day = (new Date(`${local}:00Z`).getUTCDay() + 6) % 7
  const time = local.slice(11)
  const openNow = (hours[day] ?? []).some(({ opens, closes }) =>
    closes > opens ? time >= opens && time < closes : time >= opens,
  )
  const overNight = (hours[(day + 6) % 7] ?? []).some(({ opens, closes }) => closes <= opens && time < closes)
  return openNow || overNight
}
