import type { LanguageModel } from '../../../schema/knowledge.ts'
import { escapeMarkup } from '../../../schema/markup.ts'
import type { KnownConnection } from '../../effects/http-effect.ts'
import { allowsCall } from '../../integrations/allows-call.ts'
import { splitSentences } from '../passages/split-sentences.ts'
import type { Ranked } from '../search/search-passages.ts'
import { askModel, type Patience, type Written } from './ask-model.ts'
import { type Breaker, createBreaker } from './breaker.ts'
import { type Checked, checkSentences } from './check-sentences.ts'

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

interface Parts {
  now: () => number
  findConnection(forceId: string, id: string): Promise<KnownConnection | undefined>
  failed(error: unknown): void
  patience?: Patience
}

const mostPassages = 4
/** A text of which more than half is not in the passages is not trusted in the rest either. */
const enoughKept = 0.5

/**
 * Lets the force's own language model write answers. Undefined wherever that does not come to a checked answer: no connection,
 * a server that fails, is slow or was called too often, or sentences that no passage says. The documents are then quoted.
 */
export function createWriter({
  now,
  findConnection,
  failed,
  patience = { first: 8_000, whole: 20_000 },
}: Parts): Writer {
  const breakers = new Map<string, Breaker>()
  const breakerOf = (forceId: string) => {
    const breaker = breakers.get(forceId) ?? createBreaker(now)
    breakers.set(forceId, breaker)
    return breaker
  }
  return async (forceId, settings, asked, ranked, onSentences) => {
    const connection = await findConnection(forceId, settings.connection)
    const breaker = breakerOf(forceId)
    const path = [...settings.path.split('/').filter(Boolean), 'chat', 'completions']
    if (!connection || !allowsCall(connection.paths, 'POST', path)) return undefined
    if (!breaker.take(settings.perHour)) return undefined
    const used = ranked.slice(0, mostPassages)
    const passages = used.map(({ held: { passage } }) => passage)
    try {
      const sources = passages.map(({ heading, text }) => `${heading}\n${text}`)
      let told = ''
      const onText = (text: string) => {
        const markup = toMarkup(checkSentences(wholeSentences(text), sources).kept)
        if (markup === told) return
        told = markup
        onSentences?.(markup)
      }
      const text = await askModel(
        connection,
        settings,
        { ...asked, passages },
        { first: Math.min(patience.first, connection.timeoutMs), whole: patience.whole },
        onSentences && onText,
      )
      breaker.note(true)
      return toAnswer(checkSentences(text, sources), used)
    } catch (error) {
      breaker.note(false)
      failed(error)
      return undefined
    }
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
