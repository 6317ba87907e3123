import { isBankHoliday } from './bank-holidays.ts'
import type { DayHours, Department } from './department.ts'

/** When a department is open: its week, and the bank holidays on which it is closed whatever the week says. */
export type DepartmentHours = Pick<Department, 'hours' | 'bankHolidays'>

/** The opening times of one day, `YYYY-MM-DD`, in the order of the settings. For departments that are not always open. */
export function hoursOn({ hours, bankHolidays }: DepartmentHours, date: string): readonly DayHours[] {
  if (bankHolidays && isBankHoliday(date, bankHolidays)) return []
  return hours?.[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7] ?? []
}

/**
 * The time that is open at `time` (`19:30`) of `date`, by the clock on the wall. One that goes past midnight belongs to the
 * day on which it begins.
 */
export function openTime(department: DepartmentHours, date: string, time: string): DayHours | undefined {
  const before = new Date(Date.parse(`${date}T00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return (
    hoursOn(department, date).find(({ opens, closes }) => time >= opens && (closes <= opens || time < closes)) ??
    hoursOn(department, before).find(({ opens, closes }) => closes <= opens && time < closes)
  )
}
