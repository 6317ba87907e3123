import type { LanguageModel } from '../../../schema/knowledge.ts'
import { escapeMarkup } from '../../../schema/markup.ts'
import { splitSentences } from '../passages/split-sentences.ts'
import type { Ranked } from '../search/search-passages.ts'
import { type Checked, checkSentences } from './check-sentences.ts'
import type { ModelCaller } from './create-model-caller.ts'
import { toAnswerPrompt, type Written } from './to-answer-prompt.ts'

/** An answer in words of its own, each sentence held to a passage, and the passages that it rests on. */
export interface WrittenAnswer {
  /** Markup. */
  text: string
  sources: Ranked[]
}

export type Writer = (
  forceId: string,
  settings: LanguageModel,
  asked: Omit<Written, 'passages'>,
  ranked: readonly Ranked[],
  /** Told of the sentences that have come and are held to a passage: provisional, for the whole may still be refused. */
  onSentences?: (markup: string) => void,
) => Promise<WrittenAnswer | undefined>

const mostPassages = 4
/** A text of which more than half is not in the passages is not trusted in the rest either. */
const enoughKept = 0.5

/**
 * Lets the force's own language model write answers. Undefined wherever that does not come to a checked answer: no text, or
 * sentences that no passage says. The documents are then quoted.
 */
export function createWriter(callModel: ModelCaller): Writer {
  return async (forceId, settings, asked, ranked, onSentences) => {
    const used = ranked.slice(0, mostPassages)
    const passages = used.map(({ held: { passage } }) => passage)
    const sources = passages.map(({ heading, text }) => `${heading}\n${text}`)
    let told = ''
    const onText = (text: string) => {
      const markup = toMarkup(checkSentences(wholeSentences(text), sources).kept)
      if (markup !== told) onSentences?.(markup)
      told = markup
      return told !== ''
    }
    const text = await callModel(forceId, settings, toAnswerPrompt({ ...asked, passages }), onSentences && onText)
    return text === undefined ? undefined : toAnswer(checkSentences(text, sources), used)
  }
}

function toAnswer({ kept, of }: Checked, used: readonly Ranked[]): WrittenAnswer | undefined {
  if (kept.length === 0 || kept.length < of * enoughKept) return undefined
  const sources = [...new Set(kept.map(({ passage }) => passage))].flatMap((at) => used[at] ?? [])
  return { text: toMarkup(kept), sources }
}

function toMarkup(kept: Checked['kept']): string {
  return kept.map((sentence) => escapeMarkup(sentence.text)).join(' ')
}

/** A text that grows, as far as its sentences are whole: another has begun after them. */
function wholeSentences(text: string): string {
  return text.slice(0, splitSentences(text).at(-1)?.at ?? 0)
}
