import type { regions } from './definition.ts'

type Region = (typeof regions)[number]

/**
 * Bank holidays as the government publishes them (gov.uk/bank-holidays), substitute days included. `lastYear` is the last
 * one that is complete here; after it a flow is open on bank holidays unless they stand in its special days.
 */
export const lastYear = 2028

const shared = `
  2026-01-01 2026-04-03 2026-05-04 2026-05-25 2026-12-25 2026-12-28
  2027-01-01 2027-03-26 2027-05-03 2027-05-31 2027-12-27 2027-12-28
  2028-01-03 2028-04-14 2028-05-01 2028-05-29 2028-12-25 2028-12-26`

const englandAndWales = `${shared}
  2026-04-06 2026-08-31
  2027-03-29 2027-08-30
  2028-04-17 2028-08-28`

const scotland = `${shared}
  2026-01-02 2026-06-15 2026-08-03 2026-11-30
  2027-01-04 2027-08-02 2027-11-30
  2028-01-04 2028-08-07 2028-11-30`

const northernIreland = `${englandAndWales}
  2026-03-17 2026-07-13
  2027-03-17 2027-07-12
  2028-03-17 2028-07-12`

const days: Record<Region, ReadonlySet<string>> = {
  'england-and-wales': toDays(englandAndWales),
  scotland: toDays(scotland),
  'northern-ireland': toDays(northernIreland),
}

/** Whether `date` (`YYYY-MM-DD`) is a bank holiday there. */
export function isBankHoliday(date: string, region: Region): boolean {
  return days[region].has(date)
}

/** The bank holidays there from `date` on, in order. */
export function bankHolidaysFrom(date: string, region: Region): string[] {
  return [...days[region]].filter((day) => day >= date).sort()
}

function toDays(table: string): ReadonlySet<string> {
  return new Set(table.trim().split(/\s+/))
}
