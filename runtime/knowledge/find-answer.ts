import type { Citation } from '../../schema/message.ts'

/** A piece of an approved document that can answer by itself. */
export interface Passage {
  document: string
  version: number
  title: string
  heading: string
  text: string
}

export interface FoundAnswer {
  answer: string
  citations: Citation[]
}

const stopWords = new Set(
  'a about after all also am an and any are as at be because been but by can could did do does doing for from get had has have he her here him his how i if in into is it its just like me more my need no not now of on one or our out over please put she should so some tell than that the their them then there these they this to up us want was we were what when where which who why will with would you your'.split(
    ' ',
  ),
)

/**
 * The passage that answers `question`, quoted with its source, or nothing. Words only: BM25 (k1 1.2, b 0.75) over light
 * stems, and an answer only where most of the question's weight stands in the passage. A guess is worse than a person.
 */
export function findAnswer(question: string, passages: readonly Passage[], needed = 0.6): FoundAnswer | undefined {
  const asked = [...new Set(stems(question))]
  if (asked.length === 0 || passages.length === 0) return undefined
  const counted = passages.map((passage) => countStems(`${passage.title} ${passage.heading} ${passage.text}`))
  const average = counted.reduce((sum, { length }) => sum + length, 0) / counted.length
  const weight = new Map(
    asked.map((stem) => {
      const holders = counted.filter(({ counts }) => counts.has(stem)).length
      return [stem, Math.log(1 + (passages.length - holders + 0.5) / (holders + 0.5))]
    }),
  )
  let best: { score: number; covered: number; passage: Passage } | undefined
  counted.forEach(({ counts, length }, index) => {
    const passage = passages[index]
    let score = 0
    let covered = 0
    for (const stem of asked) {
      const count = counts.get(stem) ?? 0
      if (count === 0) continue
      const idf = weight.get(stem) ?? 0
      score += (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / average))
      covered += idf
    }
    if (passage && score > (best?.score ?? 0)) best = { score, covered, passage }
  })
  const all = [...weight.values()].reduce((sum, idf) => sum + idf, 0)
  if (!best || best.covered / all < needed) return undefined
  const { document, version, title, text } = best.passage
  return { answer: text, citations: [{ document, version, title, passage: text }] }
}

/** Cuts a Markdown document into passages: one for each paragraph or list, under its heading. */
export function toPassages(document: { id: string; version: number; title: string; text: string }): Passage[] {
  let heading = ''
  const passages: Passage[] = []
  for (const block of document.text.split(/\n{2,}/)) {
    const text = block.trim()
    const title = /^#+\s+(.*)$/.exec(text)
    if (title) heading = title[1] ?? ''
    else if (text !== '')
      passages.push({ document: document.id, version: document.version, title: document.title, heading, text })
  }
  return passages
}

function countStems(text: string): { counts: Map<string, number>; length: number } {
  const counts = new Map<string, number>()
  const all = stems(text)
  for (const stem of all) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return { counts, length: all.length }
}

/** Words that say something, in small letters, without the commonest English endings. */
function stems(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !stopWords.has(word))
    .map((word) => (word.length > 4 ? word.replace(/(ing|ied|ies|ed|es|s|ly)$/, '') : word.replace(/s$/, '')))
}
