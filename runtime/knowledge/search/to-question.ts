import { closeWords } from '../words/close-words.ts'
import { synonymsAt } from '../words/synonyms.ts'
import { toTerms } from '../words/to-terms.ts'
import type { Wanted, WordIndex } from '../words/word-index.ts'

/** A word of a question as it is looked for. */
export interface QuestionTerm extends Wanted {
  stem: string
  word: string
}

export interface Question {
  terms: QuestionTerm[]
  /** The last question and what was said before it, newest first, with how much each counts. */
  turns: { text: string; weight: number }[]
  /** What kind of thing would answer it. */
  asksWhen: boolean
  asksHowMany: boolean
}

/** Each turn back counts this much less: by words, and by meaning. */
const fading = 0.8
const fadingMeaning = 0.6
const synonymWeight = 0.4
const closeWeight = 0.8
const mostTerms = 128
const mostTurns = 12

/** Makes a question of what a visitor asks. `history` is what was said before, newest first. */
export function toQuestion(text: string, history: readonly string[], index: WordIndex): Question {
  const turns = [text, ...history.slice(0, mostTurns)]
  const terms = new Map<string, QuestionTerm>()
  turns.forEach((turn, back) => {
    const found = toTerms(turn)
    const stems = found.map(({ stem }) => stem)
    found.forEach(({ stem, word }, at) => {
      if (terms.has(stem) || terms.size >= mostTerms) return
      const forms = [{ stem, weight: 1 }]
      for (const other of synonymsAt(stems, at)) forms.push({ stem: other.stem, weight: synonymWeight * other.share })
      if (index.holders(stem) === 0)
        for (const close of closeWords(stem, index.vocabulary(), index.holders))
          forms.push({ stem: close, weight: closeWeight })
      terms.set(stem, { stem, word, weight: fading ** back, forms })
    })
  })
  return {
    terms: [...terms.values()],
    turns: turns.map((turn, back) => ({ text: turn, weight: fadingMeaning ** back })),
    asksWhen: /\bwhen\b|\bwhat (?:year|date|time|month|day)\b|\bhow (?:long|soon)\b/i.test(text),
    asksHowMany: /\bhow (?:many|much|long|old|far|often)\b|\bpercent|\bwhat (?:number|age|percentage|speed)\b/i.test(
      text,
    ),
  }
}
