import { leastForShare } from '../../schema/insights.ts'

const numbers = new Intl.NumberFormat('en-GB')

/** `24,318` */
export function formatCount(n: number): string {
  return numbers.format(n)
}

/** `0:48`, `12:04`, `1:02:30`: minutes and seconds, with hours where there are any. */
export function formatSeconds(seconds: number | null): string {
  if (seconds === null) return '–'
  const total = Math.round(seconds)
  const [hours, minutes, rest] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60), total % 60]
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

/** A share in words: `61%`, and only the count where it is of fewer than twenty. */
export function formatShare({ n, of }: { n: number; of: number }): string {
  if (of < leastForShare) return of === 0 ? '–' : `${formatCount(n)} of ${formatCount(of)}`
  return `${Math.round((n / of) * 100)}%`
}

/** The share in percent, where it is of enough. */
export function shareOf({ n, of }: { n: number; of: number }): number | null {
  return of < leastForShare ? null : (n / of) * 100
}

/** How something changed, and whether that is for the better. */
export interface Change {
  words: string
  better: boolean | undefined
}

/** `+6%` against an earlier count. Of few there is only the difference. */
export function changeOfCount(now: number, before: number | undefined): Change | undefined {
  if (before === undefined) return undefined
  if (before < leastForShare) return { words: signed(now - before), better: undefined }
  return { words: `${signed(Math.round(((now - before) / before) * 100))}%`, better: undefined }
}

/** `+4 points`. */
export function changeOfPoints(now: number | null, before: number | null | undefined): Change | undefined {
  if (now === null || before === null || before === undefined) return undefined
  const points = Math.round(now) - Math.round(before)
  return {
    words: `${signed(points)} ${Math.abs(points) === 1 ? 'point' : 'points'}`,
    better: points === 0 ? undefined : points > 0,
  }
}

/** `12 s faster`. */
export function changeOfTime(now: number | null, before: number | null | undefined): Change | undefined {
  if (now === null || before === null || before === undefined) return undefined
  const seconds = Math.round(now - before)
  if (seconds === 0) return { words: 'the same', better: undefined }
  const size = Math.abs(seconds) < 60 ? `${Math.abs(seconds)} s` : formatSeconds(Math.abs(seconds))
  return { words: `${size} ${seconds < 0 ? 'faster' : 'slower'}`, better: seconds < 0 }
}

/** `+0.2`. */
export function changeOfScore(now: number | null, before: number | null | undefined): Change | undefined {
  if (now === null || before === null || before === undefined) return undefined
  const tenths = Math.round((now - before) * 10) / 10
  return { words: tenths === 0 ? 'the same' : signed(tenths), better: tenths === 0 ? undefined : tenths > 0 }
}

function signed(value: number): string {
  return value > 0 ? `+${numbers.format(value)}` : value < 0 ? `−${numbers.format(-value)}` : '0'
}
