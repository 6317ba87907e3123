import { Temporal } from 'temporal-polyfill'
import { AppError } from '../../schema/app-error.ts'

/** The longest period that figures are made of, in days: five years and a leap day or two. */
const longest = 1_830

/** Throws where a period ends before it begins, or is too long to be drawn. */
export function requirePeriod({ from, to }: { from: string; to: string }): void {
  const days = Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
  if (days < 0) throw new AppError('bad-request', 'The last day is before the first.')
  if (days > longest) throw new AppError('bad-request', 'Choose a period of at most five years.')
}
