/** Parts of the country with bank holidays of their own. */
export const regions = ['england-and-wales', 'scotland', 'northern-ireland'] as const
export type Region = (typeof regions)[number]

/**
 * The bank holidays of the United Kingdom, worked out by the rules that gov.uk/bank-holidays follows, for every year.
 * What a proclamation adds or moves cannot be worked out: it stands in `proclaimed`, and a later one has to be added
 * there, or as a special day of the flow. Dates are `YYYY-MM-DD`.
 */
export function isBankHoliday(date: string, region: Region): boolean {
  return bankHolidays(Number(date.slice(0, 4)), region).includes(date)
}

/** The next `count` bank holidays there, from `date` on. */
export function nextBankHolidays(date: string, region: Region, count: number): string[] {
  const year = Number(date.slice(0, 4))
  return [...bankHolidays(year, region), ...bankHolidays(year + 1, region)].filter((day) => day >= date).slice(0, count)
}

const known = new Map<string, readonly string[]>()

/** Every bank holiday of a year in one part of the country, in order, substitute days included. */
export function bankHolidays(year: number, region: Region): readonly string[] {
  const key = `${region} ${year}`
  const found = known.get(key) ?? workOut(year, region)
  known.set(key, found)
  return found
}

/** Extra days, and days that were moved, by royal proclamation: in all parts of the country, or in one. */
const proclaimed: readonly { added: string; removed?: string; region?: Region }[] = [
  // 75 years since the end of the war in Europe.
  { removed: '2020-05-04', added: '2020-05-08' },
  // Platinum Jubilee, then the State Funeral of Queen Elizabeth II.
  { removed: '2022-05-30', added: '2022-06-02' },
  { added: '2022-06-03' },
  { added: '2022-09-19' },
  // Coronation of King Charles III.
  { added: '2023-05-08' },
  // Scotland's men in the World Cup.
  { added: '2026-06-15', region: 'scotland' },
]

/** A day as its number since 1 January 1970, which was a Thursday. */
type Day = number

function workOut(year: number, region: Region): readonly string[] {
  const on = (month: number, day: number): Day => Date.UTC(year, month - 1, day) / 86_400_000
  const easter = on(...easterSunday(year))
  const days = [easter - 2, mondayFrom(on(5, 1)), mondayFrom(on(5, 25)), ...onWeekdays(on(12, 25), on(12, 26))]
  if (region === 'scotland')
    days.push(...onWeekdays(on(1, 1), on(1, 2)), mondayFrom(on(8, 1)), ...onWeekdays(on(11, 30)))
  else days.push(...onWeekdays(on(1, 1)), easter + 1, mondayFrom(on(8, 25)))
  if (region === 'northern-ireland') days.push(...onWeekdays(on(3, 17)), ...onWeekdays(on(7, 12)))

  const changes = proclaimed.filter((change) => change.region === undefined || change.region === region)
  return [
    ...days.map(toDate).filter((date) => !changes.some(({ removed }) => removed === date)),
    ...changes.map(({ added }) => added).filter((date) => date.startsWith(`${year}-`)),
  ].sort()
}

/** 0 is Monday. */
const weekday = (day: Day) => (day + 3) % 7
const isWeekend = (day: Day) => weekday(day) > 4
const toDate = (day: Day) => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** The first Monday on or after `day`. */
const mondayFrom = (day: Day) => day + ((7 - weekday(day)) % 7)

/** Each of `days`, or where it falls on a weekend, the first weekday after it that is not one of the others. */
function onWeekdays(...days: Day[]): Day[] {
  const kept = days.filter((day) => !isWeekend(day))
  for (const day of days.filter(isWeekend)) {
    let substitute = day
    while (isWeekend(substitute) || kept.includes(substitute)) substitute++
    kept.push(substitute)
  }
  return kept
}

/** Month and day of Easter Sunday in the Gregorian calendar: the computus of Meeus, Jones and Butcher. */
export function easterSunday(year: number): [month: number, day: number] {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const ofCentury = year % 100
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const advance = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * moon + 22 * advance) / 451)
  const at = moon + advance - 7 * correction + 114
  return [Math.floor(at / 31), (at % 31) + 1]
}
