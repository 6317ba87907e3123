import { escapeMarkup } from '../../../schema/markup.ts'
import type { Citation } from '../../../schema/message.ts'
import { isUnfitToQuote } from '../generate/unfit-words.ts'
import { splitSentences } from '../passages/split-sentences.ts'
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

/**
 * The shortest piece of each passage that answers: its best sentence, with those around it that belong to it. Nothing where
 * the best passage answers with what may not be quoted. Addresses below `hosts` may be.
 */
export function quoteAnswer(ranked: readonly Ranked[], hosts: readonly string[] = []): Quotation[] {
  const [best] = ranked
  const first = best && quote(best, hosts)
  if (!first) return []
  const quotes = [first]
  for (const other of ranked.slice(1, 4)) {
    if (quotes.length === mostQuotes) break
    if (other.share < best.share * nearly) break
    const added = other.found.reduce((sum, found, at) => sum + Math.max(0, found - (best.found[at] ?? 0)), 0)
    const second = added / (other.found.length || 1) >= wordsAdded ? quote(other, hosts) : undefined
    if (second) quotes.push(second)
  }
  return quotes
}

/** The passage as whoever reads the answer can look it up, without what may not be quoted. */
export function toCitation({ document, version, title, text, page }: Passage, hosts: readonly string[] = []): Citation {
  const shown = (words: string) => leaveOutUnfit(words, hosts)
  return { document, version, title: shown(title), passage: shown(text), ...(page !== undefined && { page }) }
}

function leaveOutUnfit(text: string, hosts: readonly string[]): string {
  let shown = ''
  let from = 0
  for (const { at, end } of splitSentences(text)) {
    if (!isUnfitToQuote(text.slice(at, end), hosts)) continue
    shown += `${text.slice(from, at)}…`
    from = end
  }
  return shown + text.slice(from)
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

function quote(ranked: Ranked, hosts: readonly string[]): Quotation | undefined {
  const { passage, sentences } = ranked.held
  const { text } = passage
  const whole = { ranked, text, at: 0, end: text.length }
  const unfit = sentences.map(({ at, end }) => isUnfitToQuote(text.slice(at, end), hosts))
  if (unfit[ranked.bestSentence]) return undefined
  if (!unfit.includes(true) && (countWords(text) <= longest || sentences.length < 2)) return whole
  let first = ranked.bestSentence
  let last = first
  const words = () => countWords(text.slice(sentences[first]?.at, sentences[last]?.end))
  const isItem = (number: number) => text.startsWith('- ', sentences[number]?.at ?? 0)
  while (isItem(first) && first > 0 && !unfit[first - 1]) first--
  const leads = () => isItem(last + 1) || isAnnounced(text, sentences[last]?.end)
  while (last + 1 < sentences.length && !unfit[last + 1] && leads()) last++
  for (let grown = true; grown; ) {
    grown = false
    const next = sentences[last + 1]
    const before = sentences[first - 1]
    const room = (from: number, to: number) => words() + countWords(text.slice(from, to)) <= longest
    if (next && !unfit[last + 1] && !breaks(text, sentences[last]?.end ?? 0, next.at) && room(next.at, next.end)) {
      last++
      grown = true
    } else if (
      before &&
      !unfit[first - 1] &&
      !breaks(text, before.end, sentences[first]?.at ?? 0) &&
      room(before.at, before.end)
    ) {
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
