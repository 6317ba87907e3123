import { type DepartmentHours, openTime } from '../../schema/department-hours.ts'
import { localTime } from '../contact/node-context.ts'

/** Whether a department is open at `at`, by the clocks of `zone`. Without hours it is always open. */
export function isOpen(department: DepartmentHours, at: number, zone: string): boolean {
  if (department.hours === null) return true
  const local = localTime(at, zone)
  return openTime(department, local.slice(0, 10), local.slice(11)) !== undefined
}
