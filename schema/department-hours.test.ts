import { expect, it } from 'vitest'
import { type DepartmentHours, hoursOn, openTime } from './department-hours.ts'

const day = [{ opens: '09:00', closes: '17:00' }]
const night = [{ opens: '22:00', closes: '06:00' }]
const office: DepartmentHours = { hours: [day, day, day, day, day, [], []], bankHolidays: 'england-and-wales' }

it.each([
  ['a usual Thursday', '2026-12-24', day],
  ['Christmas Day, a Friday', '2026-12-25', []],
  ['the Monday that stands for Boxing Day', '2026-12-28', []],
  ['the day after', '2026-12-29', day],
  ['Good Friday', '2027-03-26', []],
  ['a bank holiday of Scotland only', '2026-11-30', day],
])('knows when a department is open on %s', (_, date, times) => {
  expect(hoursOn(office, date)).toEqual(times)
})

it('keeps no bank holidays where the department does not', () => {
  expect(hoursOn({ ...office, bankHolidays: null }, '2026-12-25')).toEqual(day)
})

it('lets a night that began before a bank holiday end as it does, and begins none on it', () => {
  const nights: DepartmentHours = { ...office, hours: [night, night, night, night, night, night, night] }
  expect(openTime(nights, '2026-12-25', '05:59')).toEqual(night[0])
  expect(openTime(nights, '2026-12-25', '06:00')).toBeUndefined()
  expect(openTime(nights, '2026-12-25', '23:00')).toBeUndefined()
  expect(openTime(nights, '2026-12-26', '05:00')).toBeUndefined()
  expect(openTime(nights, '2026-12-26', '23:00')).toEqual(night[0])
})
