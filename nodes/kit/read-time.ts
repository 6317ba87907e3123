import { plainWords } from './read-words.ts'

/** A time of day; `unclear` where morning and evening are both possible. */
export type FoundTime = { hour: number; minute: number } | 'unclear' | undefined

const fixed: readonly [RegExp, number][] = [
  [/\b(noon|midday|mid day|hanner dydd)\b/, 12],
  [/\b(midnight|hanner nos)\b/, 0],
]
const morning = /\b(morning|bore|y bore)\b/
const evening = /\b(afternoon|evening|night|tonight|prynhawn|nos|noson|gyda'r nos)\b/
const hours = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const hourWord = hours.join('|')

/**
 * Finds a time in `text`: `6pm`, `18:30`, `1830`, `half past six in the evening`, `noon`. `context` holds the words around
 * it that may say which half of the day is meant.
 */
export function readTime(text: string, context = text): FoundTime {
  const words = plainWords(text)
  for (const [pattern, hour] of fixed) if (pattern.test(words)) return { hour, minute: 0 }
  const found = findClock(words)
  if (!found) return undefined
  const { hour, minute, half } = found
  if (minute > 59 || hour > 23) return undefined
  if (half) return hour < 1 || hour > 12 ? undefined : { hour: (hour % 12) + (half === 'pm' ? 12 : 0), minute }
  if (hour === 0 || hour > 12 || found.certain) return { hour, minute }
  const around = plainWords(context)
  if (morning.test(around)) return { hour: hour % 12, minute }
  if (!evening.test(around)) return hour === 12 && found.minutes ? { hour, minute } : 'unclear'
  // "One at night" is early in the morning; "eleven at night" is not.
  const early = /\bnight\b/.test(around) && (hour < 6 || hour === 12)
  return { hour: (hour % 12) + (early ? 0 : 12), minute }
}

interface Clock {
  hour: number
  minute: number
  half?: 'am' | 'pm'
  /** Written in the 24-hour way: `06:30`, `18:30`. */
  certain?: boolean
  minutes?: boolean
}

function findClock(words: string): Clock | undefined {
  const digital = /(?<![\d/.-])(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})? ?(?:(a|p)\.? ?m\b|o'?clock)/.exec(words)
  if (digital) {
    const [, hour, minute, half] = digital
    return {
      hour: Number(hour),
      minute: Number(minute ?? 0),
      ...(half ? { half: half === 'a' ? 'am' : 'pm' } : {}),
      minutes: minute !== undefined,
    }
  }
  const colon = /(?<![\d/.-])(\d{1,2})[:.](\d{2})(?![\d/-])/.exec(words)
  if (colon) {
    const [, hour = '', minute] = colon
    return { hour: Number(hour), minute: Number(minute), certain: hour.startsWith('0'), minutes: true }
  }
  const four = /(?<![\d/.-])([01]\d|2[0-3])([0-5]\d) ?(?:hrs?|hours)?\b(?![/-])/.exec(words)
  if (four) return { hour: Number(four[1]), minute: Number(four[2]), certain: true }
  const spoken = new RegExp(
    `\\b(?:(half|quarter) ?(past|to)? |at |about |around |roughly |by )(?:about |around )?(\\d{1,2}|${hourWord})\\b`,
  ).exec(words)
  if (!spoken) return undefined
  const [, part, side, named = ''] = spoken
  const hour = hours.includes(named) ? hours.indexOf(named) + 1 : Number(named)
  if (part === undefined) return { hour, minute: 0 }
  if (part === 'half') return { hour, minute: 30 }
  return side === 'to' ? { hour: hour === 1 ? 12 : hour - 1, minute: 45 } : { hour, minute: 15 }
}
