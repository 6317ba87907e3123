import { escapeMarkup } from '../../../schema/markup.ts'
import type { Citation } from '../../../schema/message.ts'
import type { Passage } from '../search/passage-index.ts'
import type { Ranked } from '../search/search-passages.ts'

/** Words of one quotation, and how many of them make an answer. */
const longest = 70
const mostQuotes = 2
/** A second passage joins only when it is nearly as good and says something that the first does not. */
const nearly = 0.35
const wordsAdded = 0.2

export interface Quotation {
  ranked: Ranked
  /** What is quoted, as it stands in the passage. */
  text: string
  at: number
  end: number
}

/** The shortest piece of each passage that answers: its best sentence, with those around it that belong to it. */
export function quoteAnswer(ranked: readonly Ranked[]): Quotation[] {
  const [best] = ranked
  if (!best) return []
  const quotes = [quote(best)]
  for (const other of ranked.slice(1, 4)) {
    if (quotes.length === mostQuotes) break
    if (other.share < best.share * nearly) break
    const added = other.found.reduce((sum, found, at) => sum + Math.max(0, found - (best.found[at] ?? 0)), 0)
    if (added / (other.found.length || 1) >= wordsAdded) quotes.push(quote(other))
  }
  return quotes
}

/** The passage as whoever reads the answer can look it up. */
export function toCitation({ document, version, title, text, page }: Passage): Citation {
  return { document, version, title, passage: text, ...(page !== undefined && { page }) }
}

/** Quotations as words of a message: nothing in a document is markup but its lists. */
export function toAnswerText(quotes: readonly Quotation[]): string {
  return quotes
    .map(({ text }) =>
      text
        .split('\n')
        .map((line) => (line.startsWith('- ') ? `- ${escapeMarkup(line.slice(2))}` : escapeMarkup(line)))
        .join('\n'),
    )
    .join('\n\n')
}

function quote(ranked: Ranked): Quotation {
  const { passage, sentences } = ranked.held
  const { text } = passage
  const whole = { ranked, text, at: 0, end: text.length }
  if (countWords(text) <= longest || sentences.length < 2) return whole
  let first = ranked.bestSentence
  let last = first
  const words = () => countWords(text.slice(sentences[first]?.at, sentences[last]?.end))
  const isItem = (number: number) => text.startsWith('- ', sentences[number]?.at ?? 0)
  while (isItem(first) && first > 0) first--
  while (last + 1 < sentences.length && (isItem(last + 1) || isAnnounced(text, sentences[last]?.end))) last++
  for (let grown = true; grown; ) {
    grown = false
    const next = sentences[last + 1]
    const before = sentences[first - 1]
    const room = (from: number, to: number) => words() + countWords(text.slice(from, to)) <= longest
    if (next && !breaks(text, sentences[last]?.end ?? 0, next.at) && room(next.at, next.end)) {
      last++
      grown = true
    } else if (before && !breaks(text, before.end, sentences[first]?.at ?? 0) && room(before.at, before.end)) {
      first--
      grown = true
    }
  }
  const at = sentences[first]?.at ?? 0
  const end = sentences[last]?.end ?? text.length
  return { ranked, text: text.slice(at, end), at, end }
}

function isAnnounced(text: string, end = 0): boolean {
  return text[end - 1] === ':'
}

/** Whether a new paragraph begins between two places. */
function breaks(text: string, from: number, to: number): boolean {
  return text.slice(from, to).includes('\n\n')
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}
