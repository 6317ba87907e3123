import type { Tried } from '../../../schema/api/knowledge.ts'
import type { Answered } from '../open-knowledge.ts'

const mostShown = 8
const rounded = (value: number) => Math.round(value * 1_000) / 1_000

/** An answer with everything that it rests on, for whoever tries a question. */
export function toTried({ answer, quotes, evidence, threshold, refused }: Answered, withModel: boolean): Tried {
  return {
    answer,
    refused,
    confidence: rounded(evidence.confidence),
    threshold,
    passages: evidence.ranked.slice(0, mostShown).map((ranked) => {
      const { passage } = ranked.held
      const quote = quotes.find((one) => one.ranked === ranked)
      return {
        id: passage.id,
        document: passage.document,
        version: passage.version,
        title: passage.title,
        heading: passage.heading,
        text: passage.text,
        page: passage.page ?? null,
        quoted: quote ? { at: quote.at, end: quote.end } : null,
        byMeaning: withModel ? rounded(ranked.sentenceCosine) : null,
        byWords: rounded(ranked.words),
        share: rounded(ranked.share),
      }
    }),
  }
}
