import { Temporal } from 'temporal-polyfill'
import type { NodeContext } from './node-runtime.ts'
import { type DayFrame, readDay } from './read-day.ts'
import { readTime } from './read-time.ts'
import { plainWords } from './read-words.ts'

/** Now, on the clocks of the force. */
export function localNow(context: Pick<NodeContext, 'now' | 'zone'>): Temporal.PlainDateTime {
  return Temporal.Instant.from(context.now).toZonedDateTimeISO(context.zone).toPlainDateTime()
}

export type FoundMoment = { at: Temporal.PlainDateTime } | 'no-day' | 'no-time' | 'unclear-time'

/**
 * A day and a time out of `text`, on the clocks of the force: "last Tuesday 6pm", "an hour ago", "20/11/2026 18:00",
 * "2026-11-20T18:00". A time alone is of today, or of yesterday when today it has not come yet.
 */
export function readMoment(
  text: string,
  now: Temporal.PlainDateTime,
  prefer: DayFrame['prefer'],
  zone: string,
): FoundMoment {
  const words = plainWords(text)
  const ago = readAgo(words, now, zone)
  if (ago) return { at: ago }
  const today = now.toPlainDate()
  const found = readDay(words, { today, prefer })
  const time = readTime(found?.rest ?? words, words)
  if (!found && (time === undefined || /\d{1,2}[/-]\d{1,2}/.test(words))) return 'no-day'
  if (time === undefined) return 'no-time'
  if (time === 'unclear') return 'unclear-time'
  if (found) {
    const day = found.night && time.hour < 6 ? found.day.add({ days: 1 }) : found.day
    return { at: onClock(day.toPlainDateTime(time), zone) }
  }
  const here = onClock(today.toPlainDateTime(time), zone)
  const side = Temporal.PlainDateTime.compare(here, now)
  if (prefer === 'past' && side > 0) return { at: onClock(today.subtract({ days: 1 }).toPlainDateTime(time), zone) }
  if (prefer === 'future' && side < 0) return { at: onClock(today.add({ days: 1 }).toPlainDateTime(time), zone) }
  return { at: here }
}

/** "Just now", "20 minutes ago", "half an hour ago". Counted in real time, so that it is right when clocks change. */
function readAgo(words: string, now: Temporal.PlainDateTime, zone: string): Temporal.PlainDateTime | undefined {
  if (/^(just )?now$|^right now$|^nawr$/.test(words)) return toMinute(now)
  const match = /\b(?:(\d{1,3}|an?|one|two|three|half an?) ?)(hour|hr|minute|min)s? ago\b/.exec(words)
  if (!match) return undefined
  const [, count = '', unit = ''] = match
  const number = /^\d/.test(count) ? Number(count) : count.startsWith('half') ? 0.5 : ({ two: 2, three: 3 }[count] ?? 1)
  const minutes = Math.round(number * (unit.startsWith('h') ? 60 : 1))
  return toMinute(now.toZonedDateTime(zone).subtract({ minutes }).toPlainDateTime())
}

/** A wall-clock time that clocks skip in spring is moved to the time they showed instead. */
function onClock(at: Temporal.PlainDateTime, zone: string): Temporal.PlainDateTime {
  return at.toZonedDateTime(zone).toPlainDateTime()
}

function toMinute(at: Temporal.PlainDateTime): Temporal.PlainDateTime {
  return at.round({ smallestUnit: 'minute', roundingMode: 'floor' })
}
