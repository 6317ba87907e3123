import type { Event } from '../../schema/event.ts'
import { plainText } from '../../schema/markup.ts'
import type { FieldKind } from '../../schema/prompt.ts'

/** Letters of a summary at most: three lines of a tile. */
const longest = 170

/**
 * What a contact is about, in the visitor's own words: the sentence that says most, and beside it what they said of danger,
 * else what they wrote last, or first, where that is something else. Nothing is worded anew, so nothing can be made up.
 */
export function summarise(events: readonly Event[]): string {
  const sentences = ownWords(events).flatMap(({ text, danger }, message) =>
    toSentences(text).map((sentence) => ({ sentence, message, danger })),
  )
  if (sentences.length === 0) return ''
  const weighed = sentences.map((one, index) => ({ ...one, index, weight: weigh(one.sentence, one.message) }))
  const main = heaviest(weighed)
  const danger = heaviest(weighed.filter((one) => one.danger && one.weight > 0))
  const last = weighed.findLast((one) => one.index > (main?.index ?? 0) && one.weight > 0)
  // Where what says most was said last, what they came with stands before it.
  const other = last ?? weighed.find((one) => one !== main && one.weight > 0)
  const parts = [...new Set([main, danger ?? other])]
    .filter((one) => one !== undefined)
    .sort((a, b) => a.index - b.index)
  return parts.map(({ sentence }) => finish(shorten(sentence, longest / parts.length))).join(' ')
}

function heaviest<Sentence extends { weight: number }>(sentences: readonly Sentence[]): Sentence | undefined {
  return sentences.reduce<Sentence | undefined>(
    (best, one) => (best && best.weight >= one.weight ? best : one),
    undefined,
  )
}

/** Kinds of questions that are answered in somebody's own words. */
const free = new Set<FieldKind>(['text', 'long-text'])

interface OwnWords {
  text: string
  /** They were shown advice for it. */
  danger: boolean
  /** It answers a question for something exact. */
  exact: boolean
}

/**
 * Everything that the visitor wrote freely: not the labels of choices that were offered, not lines of a form, and not what
 * answered a question for something exact, such as a place or a number, unless it was of danger: that stands beside the
 * summary, among what was gathered.
 */
function ownWords(events: readonly Event[]): OwnWords[] {
  const words: OwnWords[] = []
  let offered = new Set<string>()
  let labels: string[] = []
  let exact = false
  let message: OwnWords[] = []
  for (const event of events) {
    if (event.type === 'prompt') {
      offered = new Set((event.choices ?? []).map(({ label }) => label))
      labels = (event.fields ?? []).map(({ label }) => label)
      exact = event.input !== undefined && !free.has(event.input)
    }
    if (event.type === 'advice') for (const one of message) one.danger = true
    if (event.type !== 'message' || event.from !== 'visitor') continue
    message = plainText(event.text)
      .split('\n')
      .map((line) => {
        const label = labels.find((one) => line.startsWith(`${one}: `))
        return (label ? line.slice(label.length + 2) : line).trim()
      })
      .filter((text) => text !== '' && !offered.has(text))
      .map((text) => ({ text, danger: false, exact }))
    words.push(...message)
    exact = false
  }
  return words.filter((one) => one.danger || !one.exact)
}

function toSentences(text: string): string[] {
  return text
    .split(/(?<=[.?!])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
}

const empty = new Set(
  'a an and are at be been but by can do for from get got had has have he her him his how i if im in is it its just me my no not of ok okay on or our please she so some that the their them there they this to us was we were what when which who will with would yes you your hi hello thanks thank cheers'.split(
    ' ',
  ),
)

/** How much a sentence says: its words that carry meaning, more for figures and names, less the later it comes. */
function weigh(sentence: string, message: number): number {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []
  const telling = words.filter((word) => word.length > 2 && !empty.has(word)).length
  if (telling === 0) return 0
  const exact = (sentence.match(/\d+|\b[A-Z][a-z]+\b/g) ?? []).length
  return Math.min(telling, 14) + Math.min(exact, 4) * 0.5 - message * 0.4
}

function shorten(sentence: string, most: number): string {
  if (sentence.length <= most) return sentence
  const cut = sentence.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`
}

function finish(sentence: string): string {
  const first = sentence.charAt(0).toUpperCase() + sentence.slice(1)
  return /[.?!…]$/.test(first) ? first : `${first}.`
}
