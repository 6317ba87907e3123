import { Temporal } from 'temporal-polyfill'
import { plainWords } from './read-words.ts'

/** What a date is read against. `prefer` decides where a day without a year, or a bare weekday, lies. */
export interface DayFrame {
  today: Temporal.PlainDate
  prefer: 'past' | 'future'
}

/** A day that was found, and the rest of the text, in which a time may stand. */
export interface FoundDay {
  day: Temporal.PlainDate
  rest: string
  /** Said as the night before: one o'clock then is the next morning. */
  night?: boolean
}

const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'ionawr', 'ion'],
  ['february', 'feb', 'chwefror', 'chwef'],
  ['march', 'mar', 'mawrth'],
  ['april', 'apr', 'ebrill', 'ebr'],
  ['may', 'mai'],
  ['june', 'jun', 'mehefin', 'meh'],
  ['july', 'jul', 'gorffennaf', 'gorff'],
  ['august', 'aug', 'awst'],
  ['september', 'sept', 'sep', 'medi'],
  ['october', 'oct', 'hydref', 'hyd'],
  ['november', 'nov', 'tachwedd', 'tach'],
  ['december', 'dec', 'rhagfyr', 'rhag'],
]
const dayNames: readonly (readonly string[])[] = [
  ['monday', 'mon', 'llun'],
  ['tuesday', 'tues', 'tue', 'mawrth'],
  ['wednesday', 'weds', 'wed', 'mercher'],
  ['thursday', 'thurs', 'thur', 'thu', 'iau'],
  ['friday', 'fri', 'gwener'],
  ['saturday', 'sat', 'sadwrn'],
  ['sunday', 'sun', 'sul'],
]
const counts = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const month = monthNames.flat().join('|')
const weekday = dayNames.flat().join('|')
const year = '(?:,? (\\d{4}|\\d{2}(?![\\d:.]| ?[ap]m)))?'

type Reader = [RegExp, (match: RegExpExecArray, frame: DayFrame) => Temporal.PlainDate | undefined, 'night'?]

/** Tried in order: the first that fits decides, so that "20 November" is never read as something smaller. */
const readers: readonly Reader[] = [
  [/\b(\d{4})-(\d{1,2})-(\d{1,2})(?=\b|t)/, ([, y, m, d]) => toDay(Number(y), Number(m), Number(d))],
  [
    /\b(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})\b/,
    ([, d, m, y]) => toDay(fullYear(Number(y)), Number(m), Number(d)),
  ],
  [/\b(\d{1,2})\/(\d{1,2})\b/, ([, d, m], frame) => nearest(Number(m), Number(d), frame)],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th|fed|ed|ain|eg|af)?(?: of)? (${month})\\b${year}`),
    ([, d, m, y], frame) => named(d, m, y, frame),
  ],
  [
    new RegExp(`\\b(${month}) (\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?[ap]m|[:.]\\d)${year}`),
    ([, m, d, y], frame) => named(d, m, y, frame),
  ],
  [/\bday before yesterday\b|\bechdoe\b/, (_, { today }) => today.subtract({ days: 2 })],
  [/\bday after tomorrow\b|\bdrennydd\b/, (_, { today }) => today.add({ days: 2 })],
  [
    /\b(last night|yesterday night|yesterday evening|neithiwr)\b/,
    (_, { today }) => today.subtract({ days: 1 }),
    'night',
  ],
  [/\b(yesterday|ddoe)\b/, (_, { today }) => today.subtract({ days: 1 })],
  [/\b(tomorrow|yfory)\b/, (_, { today }) => today.add({ days: 1 })],
  [
    /\b(?:(\d{1,3})|(a|one|two|three|four|five|six|seven|eight|nine|ten)) (day|week|month|year)s? ago\b/,
    ([, digits, word, unit], { today }) => {
      const count = digits === undefined ? Math.max(1, counts.indexOf(word ?? '')) : Number(digits)
      return today.subtract({ [`${unit}s`]: count })
    },
  ],
  [/\b(\d{1,3}) (?:diwrnod|dydd) yn ol\b/, ([, count], { today }) => today.subtract({ days: Number(count) })],
  [/\bwythnos yn ol\b/, (_, { today }) => today.subtract({ days: 7 })],
  [
    new RegExp(`\\b(?:(last|this past|next|this|on|dydd|nos) )?(${weekday})\\b( diwethaf| nesaf)?`),
    ([, before, name, after], frame) => onWeekday(dayNumber(name), before ?? after?.trim(), frame),
  ],
  [/\b(today|tonight|this (morning|afternoon|evening)|heddiw|heno|bore ma)\b/, (_, { today }) => today],
]

/** Finds a day in `text`, in UK order, in English and Welsh. `undefined` where there is none, or none that exists. */
export function readDay(text: string, frame: DayFrame): FoundDay | undefined {
  const words = plainWords(text)
  for (const [pattern, read, night] of readers) {
    const match = pattern.exec(words)
    if (!match) continue
    const day = within(() => read(match, frame))
    if (!day) return undefined
    const rest = `${words.slice(0, match.index)} ${words.slice(match.index + match[0].length)}`
    return { day, rest: rest.replace(/^\s*t(?=\d)/, ' ').trim(), ...(night ? { night: true } : {}) }
  }
  return undefined
}

function toDay(y: number, m: number, d: number): Temporal.PlainDate | undefined {
  if (y < 1900 || y > 2200) return undefined
  return within(() => Temporal.PlainDate.from({ year: y, month: m, day: d }, { overflow: 'reject' }))
}

function named(d: string | undefined, m: string | undefined, y: string | undefined, frame: DayFrame) {
  const number = monthNames.findIndex((names) => names.includes(m ?? '')) + 1
  return y === undefined ? nearest(number, Number(d), frame) : toDay(fullYear(Number(y)), number, Number(d))
}

function fullYear(y: number): number {
  return y < 100 ? (y > 60 ? 1900 : 2000) + y : y
}

/** That day of the year, in the year that puts it on the preferred side of today. */
function nearest(m: number, d: number, { today, prefer }: DayFrame): Temporal.PlainDate | undefined {
  const here = toDay(today.year, m, d)
  const side = here ? Temporal.PlainDate.compare(here, today) : 0
  if (prefer === 'past' && side > 0) return toDay(today.year - 1, m, d)
  if (prefer === 'future' && side < 0) return toDay(today.year + 1, m, d)
  return here
}

function dayNumber(name: string | undefined): number {
  return dayNames.findIndex((names) => names.includes(name ?? '')) + 1
}

function onWeekday(number: number, word: string | undefined, { today, prefer }: DayFrame): Temporal.PlainDate {
  const back = (today.dayOfWeek - number + 7) % 7
  const ahead = (number - today.dayOfWeek + 7) % 7
  if (word === 'last' || word === 'this past' || word === 'diwethaf') return today.subtract({ days: back || 7 })
  if (word === 'next' || word === 'nesaf') return today.add({ days: ahead || 7 })
  return prefer === 'past' ? today.subtract({ days: back }) : today.add({ days: ahead })
}

/** Temporal throws for what does not exist: here that is only an answer that was not understood. */
function within<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
