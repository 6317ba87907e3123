/** Two days, both counted in: `2026-11-01`, `2026-11-20`. */
export interface Period {
  from: string
  to: string
}

/** `1 to 20 November 2026` */
export function describePeriod({ from, to }: Period): string {
  const date = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Date(day).toLocaleDateString('en-GB', { timeZone: 'UTC', ...options })
  const whole = { day: 'numeric', month: 'long', year: 'numeric' } as const
  if (from === to) return date(to, whole)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))} to ${date(to, whole)}`
  if (from.slice(0, 4) === to.slice(0, 4))
    return `${date(from, { day: 'numeric', month: 'long' })} to ${date(to, whole)}`
  return `${date(from, whole)} to ${date(to, whole)}`
}
