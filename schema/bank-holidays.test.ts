import { expect, it } from 'vitest'
import { bankHolidays, easterSunday, isBankHoliday, nextBankHolidays, regions } from './bank-holidays.ts'

/** As gov.uk/bank-holidays has published them: day and month. */
const published: Record<number, Record<(typeof regions)[number], string>> = {
  2020: {
    'england-and-wales': '1/1 10/4 13/4 8/5 25/5 31/8 25/12 28/12',
    scotland: '1/1 2/1 10/4 8/5 25/5 3/8 30/11 25/12 28/12',
    'northern-ireland': '1/1 17/3 10/4 13/4 8/5 25/5 13/7 31/8 25/12 28/12',
  },
  2021: {
    'england-and-wales': '1/1 2/4 5/4 3/5 31/5 30/8 27/12 28/12',
    scotland: '1/1 4/1 2/4 3/5 31/5 2/8 30/11 27/12 28/12',
    'northern-ireland': '1/1 17/3 2/4 5/4 3/5 31/5 12/7 30/8 27/12 28/12',
  },
  2022: {
    'england-and-wales': '3/1 15/4 18/4 2/5 2/6 3/6 29/8 19/9 26/12 27/12',
    scotland: '3/1 4/1 15/4 2/5 2/6 3/6 1/8 19/9 30/11 26/12 27/12',
    'northern-ireland': '3/1 17/3 15/4 18/4 2/5 2/6 3/6 12/7 29/8 19/9 26/12 27/12',
  },
  2023: {
    'england-and-wales': '2/1 7/4 10/4 1/5 8/5 29/5 28/8 25/12 26/12',
    scotland: '2/1 3/1 7/4 1/5 8/5 29/5 7/8 30/11 25/12 26/12',
    'northern-ireland': '2/1 17/3 7/4 10/4 1/5 8/5 29/5 12/7 28/8 25/12 26/12',
  },
  2024: {
    'england-and-wales': '1/1 29/3 1/4 6/5 27/5 26/8 25/12 26/12',
    scotland: '1/1 2/1 29/3 6/5 27/5 5/8 2/12 25/12 26/12',
    'northern-ireland': '1/1 18/3 29/3 1/4 6/5 27/5 12/7 26/8 25/12 26/12',
  },
  2025: {
    'england-and-wales': '1/1 18/4 21/4 5/5 26/5 25/8 25/12 26/12',
    scotland: '1/1 2/1 18/4 5/5 26/5 4/8 1/12 25/12 26/12',
    'northern-ireland': '1/1 17/3 18/4 21/4 5/5 26/5 14/7 25/8 25/12 26/12',
  },
  2026: {
    'england-and-wales': '1/1 3/4 6/4 4/5 25/5 31/8 25/12 28/12',
    scotland: '1/1 2/1 3/4 4/5 25/5 15/6 3/8 30/11 25/12 28/12',
    'northern-ireland': '1/1 17/3 3/4 6/4 4/5 25/5 13/7 31/8 25/12 28/12',
  },
  2027: {
    'england-and-wales': '1/1 26/3 29/3 3/5 31/5 30/8 27/12 28/12',
    scotland: '1/1 4/1 26/3 3/5 31/5 2/8 30/11 27/12 28/12',
    'northern-ireland': '1/1 17/3 26/3 29/3 3/5 31/5 12/7 30/8 27/12 28/12',
  },
}

it.each(Object.entries(published))(
  'has the days of %s in each part of the country, as they were published',
  (year, parts) => {
    for (const region of regions) {
      const dates = parts[region].split(' ').map((date) => {
        const [day = '', month = ''] = date.split('/')
        return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      })
      expect([region, bankHolidays(Number(year), region)]).toEqual([region, dates])
    }
  },
)

it.each([
  [2000, 4, 23],
  [2008, 3, 23],
  [2011, 4, 24],
  [2019, 4, 21],
  [2024, 3, 31],
  [2025, 4, 20],
  [2026, 4, 5],
  [2028, 4, 16],
  [2029, 4, 1],
  [2030, 4, 21],
  [2038, 4, 25],
])('knows when Easter is in %i', (year, month, day) => {
  expect(easterSunday(year)).toEqual([month, day])
})

it('gives each part of the country its number of days, all on weekdays, in every year without a proclamation', () => {
  for (let year = 2028; year <= 2060; year++)
    for (const [region, count] of [
      ['england-and-wales', 8],
      ['scotland', 9],
      ['northern-ireland', 10],
    ] as const) {
      const days = bankHolidays(year, region)
      expect([year, region, days.length]).toEqual([year, region, count])
      for (const date of days) expect(new Date(date).getUTCDay() % 6).not.toBe(0)
    }
})

it('keeps Christmas apart from Boxing Day when one of them falls on a weekend', () => {
  const december = (year: number) => bankHolidays(year, 'scotland').filter((date) => date > `${year}-12-01`)
  expect(december(2032)).toEqual(['2032-12-27', '2032-12-28'])
  expect(december(2033)).toEqual(['2033-12-26', '2033-12-27'])
  expect(december(2026)).toEqual(['2026-12-25', '2026-12-28'])
  expect(isBankHoliday('2033-12-25', 'scotland')).toBe(false)
})

it('names those that come next, also over the turn of the year', () => {
  expect(nextBankHolidays('2026-12-25', 'england-and-wales', 3)).toEqual(['2026-12-25', '2026-12-28', '2027-01-01'])
})
