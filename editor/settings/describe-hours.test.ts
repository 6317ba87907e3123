import { expect, it } from 'vitest'
import { describeHours } from './describe-hours.ts'

const long = [{ opens: '08:00', closes: '18:00' }]
const short = [
  { opens: '09:00', closes: '12:00' },
  { opens: '13:00', closes: '15:00' },
]

it.each([
  [null, 'Always'],
  [[[], [], [], [], [], [], []], 'Never'],
  [
    [long, long, long, long, long, short, []],
    'Monday to Friday 08:00 to 18:00; Saturday 09:00 to 12:00 and 13:00 to 15:00',
  ],
  [[long, long, [], [], [], [], []], 'Monday and Tuesday 08:00 to 18:00'],
])('says a week in words', (hours, words) => expect(describeHours({ hours, bankHolidays: null })).toBe(words))

it('says on which bank holidays a department is closed', () => {
  const hours = [long, long, long, long, long, [], []]
  expect(describeHours({ hours, bankHolidays: 'scotland' })).toBe(
    'Monday to Friday 08:00 to 18:00; closed on bank holidays in Scotland',
  )
  expect(describeHours({ hours: null, bankHolidays: 'scotland' })).toBe('Always')
})
