import { Temporal } from 'temporal-polyfill'
import { formatValue } from '../../schema/values.ts'
import type { FieldSettings } from './field-settings.ts'
import type { NodeContext } from './node-runtime.ts'
import { type DayFrame, readDay } from './read-day.ts'
import { localNow, readMoment } from './read-moment.ts'
import { type Answer, refuse } from './refuse.ts'

type Bounds = Pick<FieldSettings, 'earliest' | 'latest'>

/** A date, kept as `YYYY-MM-DD`. */
export function readDateAnswer(bounds: Bounds, text: string, context: NodeContext): Answer {
  const now = localNow(context)
  const found = readDay(text, { today: now.toPlainDate(), prefer: preferred(bounds) })
  if (!found) return refuse('answer.date', context)
  const [earliest, latest] = [toBound(bounds.earliest, now, 'start'), toBound(bounds.latest, now, 'end')]
  const { day } = found
  if (earliest && Temporal.PlainDate.compare(day, earliest.toPlainDate()) < 0)
    return tooEarly(bounds, earliest.toPlainDate().toString(), 'date', context)
  if (latest && Temporal.PlainDate.compare(day, latest.toPlainDate()) > 0)
    return tooLate(bounds, latest.toPlainDate().toString(), 'date', context)
  return { ok: true, value: day.toString() }
}

/** A date and time on the clocks of the force, kept as `YYYY-MM-DDTHH:mm`. */
export function readDateTimeAnswer(bounds: Bounds, text: string, context: NodeContext): Answer {
  const now = localNow(context)
  const found = readMoment(text, now, preferred(bounds), context.zone)
  if (found === 'no-day') return refuse('answer.datetime', context)
  if (found === 'no-time') return refuse('answer.time-missing', context)
  if (found === 'unclear-time') return refuse('answer.time-unclear', context)
  const [earliest, latest] = [toBound(bounds.earliest, now, 'start'), toBound(bounds.latest, now, 'end')]
  if (earliest && Temporal.PlainDateTime.compare(found.at, earliest) < 0)
    return tooEarly(bounds, minutes(earliest), 'datetime', context)
  if (latest && Temporal.PlainDateTime.compare(found.at, latest) > 0)
    return tooLate(bounds, minutes(latest), 'datetime', context)
  return { ok: true, value: minutes(found.at) }
}

/** Most of what people report has happened: only a question about what is to come looks forward. */
function preferred(bounds: Bounds): DayFrame['prefer'] {
  return /^(now|today(\+\d+)?)$/.test(bounds.earliest ?? '') ? 'future' : 'past'
}

/** A bound as a wall-clock time: a day begins at 00:00 as the earliest, and ends at 23:59 as the latest. */
function toBound(
  bound: string | undefined,
  now: Temporal.PlainDateTime,
  edge: 'start' | 'end',
): Temporal.PlainDateTime | undefined {
  if (bound === undefined) return undefined
  if (bound === 'now') return now.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const shift = /^today([+-]\d+)?$/.exec(bound)
  const day = shift ? now.toPlainDate().add({ days: Number(shift[1] ?? 0) }) : toDay(bound)
  return day?.toPlainDateTime(edge === 'start' ? '00:00' : '23:59')
}

function toDay(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return undefined
  }
}

function tooEarly(bounds: Bounds, moment: string, type: 'date' | 'datetime', context: NodeContext): Answer {
  if (bounds.earliest === 'now' || bounds.earliest === 'today') return refuse('answer.past', context)
  return refuse('answer.earliest', context, { moment: formatValue(moment, type, context.locale) })
}

function tooLate(bounds: Bounds, moment: string, type: 'date' | 'datetime', context: NodeContext): Answer {
  if (bounds.latest === 'now' || bounds.latest === 'today') return refuse('answer.future', context)
  return refuse('answer.latest', context, { moment: formatValue(moment, type, context.locale) })
}

function minutes(at: Temporal.PlainDateTime): string {
  return at.toString({ smallestUnit: 'minute' })
}
