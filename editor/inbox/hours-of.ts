import { type DepartmentHours, hoursOn, openTime } from '../../schema/department-hours.ts'

/** Whether a department is open at `now`, by the clock of this machine, and until when: "Open to 22:00". */
export function hoursOf(department: DepartmentHours, now: Date): { open: boolean; words: string } {
  if (department.hours === null) return { open: true, words: 'Always open' }
  const two = (part: number) => String(part).padStart(2, '0')
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  const time = `${two(now.getHours())}:${two(now.getMinutes())}`
  const open = openTime(department, date, time)
  if (open) return { open: true, words: `Open to ${open.closes}` }
  const [later] = hoursOn(department, date)
    .filter(({ opens }) => opens > time)
    .sort((a, b) => a.opens.localeCompare(b.opens))
  return { open: false, words: later ? `Opens ${later.opens}` : 'Closed now' }
}
