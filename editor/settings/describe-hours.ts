import type { Region } from '../../schema/bank-holidays.ts'
import type { DepartmentHours } from '../../schema/department-hours.ts'

/** Monday first, as `Department.hours` counts them. */
export const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export const regionNames: Record<Region, string> = {
  'england-and-wales': 'England and Wales',
  scotland: 'Scotland',
  'northern-ireland': 'Northern Ireland',
}

/** A week in words; days alike are taken together: "Monday to Friday 08:00 to 18:00; Saturday 09:00 to 13:00". */
export function describeHours({ hours, bankHolidays }: DepartmentHours): string {
  if (hours === null) return 'Always'
  const spoken = hours.map((day) => day.map(({ opens, closes }) => `${opens} to ${closes}`).join(' and '))
  const parts: string[] = []
  for (let from = 0; from < spoken.length; ) {
    let to = from
    while (to + 1 < spoken.length && spoken[to + 1] === spoken[from]) to++
    if (spoken[from])
      parts.push(`${days[from]}${to > from ? `${to === from + 1 ? ' and' : ' to'} ${days[to]}` : ''} ${spoken[from]}`)
    from = to + 1
  }
  if (parts.length === 0) return 'Never'
  if (bankHolidays) parts.push(`closed on bank holidays in ${regionNames[bankHolidays]}`)
  return parts.join('; ')
}
