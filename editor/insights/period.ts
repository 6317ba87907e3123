import type { Period } from '../../schema/describe-period.ts'

export const periods = ['today', 'yesterday', '7-days', '28-days', 'month', 'last-month', 'year', 'own'] as const
export type PeriodName = (typeof periods)[number]

export const periodLabels: Record<PeriodName, string> = {
  today: 'Today',
  yesterday: 'Yesterday',
  '7-days': 'Last 7 days',
  '28-days': 'Last 28 days',
  month: 'This month',
  'last-month': 'Last month',
  year: 'Last 12 months',
  own: 'Other days',
}

/** The days of a named period, counted from the force's own today. */
export function toPeriod(name: Exclude<PeriodName, 'own'>, today: string): Period {
  switch (name) {
    case 'today':
      return { from: today, to: today }
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) }
    case '7-days':
      return { from: addDays(today, -6), to: today }
    case '28-days':
      return { from: addDays(today, -27), to: today }
    case 'month':
      return { from: `${today.slice(0, 7)}-01`, to: today }
    case 'last-month': {
      const last = addDays(`${today.slice(0, 7)}-01`, -1)
      return { from: `${last.slice(0, 7)}-01`, to: last }
    }
    case 'year':
      return { from: addDays(`${Number(today.slice(0, 4)) - 1}${today.slice(4)}`, 1), to: today }
  }
}

/** The period of the same length just before, or the same days of the year before. */
export function toCompared({ from, to }: Period, how: 'before' | 'year'): Period {
  if (how === 'before') return { from: addDays(from, -daysOf({ from, to })), to: addDays(from, -1) }
  const yearBefore = (day: string) => addDays(`${Number(day.slice(0, 4)) - 1}${day.slice(4)}`, 0)
  return { from: yearBefore(from), to: yearBefore(to) }
}

export function daysOf({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

/** 29 February becomes 1 March where there is none. */
function addDays(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10)
}
