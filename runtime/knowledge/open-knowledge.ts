import type { Assessment } from '../../schema/assessment.ts'
import type { Citation } from '../../schema/message.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { type FoundEvidence, findEvidence } from './answer/find-evidence.ts'
import { passageAround } from './answer/passage-around.ts'
import { type Quotation, quoteAnswer, toAnswerText, toCitation } from './answer/quote-answer.ts'
import { listCollections } from './documents/list-collections.ts'
import type { Writer } from './generate/create-writer.ts'
import { createLiveIndexes, type OpenIndex } from './live/live-index.ts'
import { createModels, type Models } from './meaning/create-models.ts'
import type { Ranked } from './search/search-passages.ts'
import { readKnowledgeSettings } from './settings.ts'

export interface Asked {
  question: string
  /** What was said before, newest first. */
  history: readonly string[]
  /** Ids of collections; none means all that are not kept for departments. */
  collections: readonly string[]
  /** The department of whoever asks, where that is known. */
  department?: string | undefined
  /** The visitor's language; the force's first where nothing is said. */
  locale?: string | undefined
  /** Quotes the documents, whatever the settings: for what is asked by nobody. */
  quoteOnly?: boolean
  /** Told of an answer in a language model's words as it grows. */
  onSentences?: (markup: string) => void
  /** Versions that wait to be approved count as well: for trying out. */
  alsoWaiting?: boolean
}

export interface Answered {
  /** Markup, with where it comes from; null for "I don't know". */
  answer: { text: string; citations: Citation[] } | null
  quotes: Quotation[]
  /** The passages that the answer rests on. */
  sources: Ranked[]
  /** A language model put it in its own words, each held to a passage. */
  written: boolean
  evidence: FoundEvidence
  threshold: number
  /** The question itself speaks of danger: a person answers that. */
  refused: boolean
}

export interface Knowledge {
  answer(forceId: string, asked: Asked): Promise<Answered>
  open(forceId: string): Promise<OpenIndex>
  /** Brings the passages in memory up to date. */
  refresh(): Promise<void>
  models: Models
  close(): Promise<void>
}

interface Parts {
  db: Database
  clock: Clock
  /** Folders of models, or of one. */
  modelFolders: readonly string[]
  zoneOf(forceId: string): string
  assess(forceId: string, text: string): Assessment
  onFault(name: string, error: unknown): void
  /** A version of a document cannot be read back from the database. */
  onBroken?(row: { id: string; version: number }, error: unknown): void
  /** Puts answers in words of its own, where a force has a language model. */
  write?: Writer
}

/** How sure the detector has to be that a part of a sentence tells an emergency. */
const sureOfPart = 0.9

/** Answers from the approved documents of a force, quoted with their source, or says that it does not know. */
export function openKnowledge({ db, clock, modelFolders, zoneOf, assess, onFault, onBroken, write }: Parts): Knowledge {
  const models = createModels(modelFolders, onFault)
  const indexes = createLiveIndexes(
    { db, clock },
    zoneOf,
    async (forceId) => models.open((await readKnowledgeSettings(db.read, forceId)).model),
    onBroken,
  )

  return {
    models,
    open: indexes.open,
    refresh: indexes.refresh,
    async answer(forceId, asked) {
      const { threshold, languageModel, hosts } = await readKnowledgeSettings(db.read, forceId)
      const nothing = {
        answer: null,
        quotes: [],
        sources: [],
        written: false,
        evidence: { ranked: [], confidence: 0 },
        threshold,
      }
      if (speaksOfDanger(forceId, asked.question)) return { ...nothing, refused: true }
      const open = await indexes.open(forceId)
      const inCollection = await mayUse(forceId, asked)
      const evidence = await findEvidence(
        { text: asked.question, history: asked.history, inCollection, alsoWaiting: asked.alsoWaiting ?? false },
        open,
        threshold,
      )
      if (evidence.confidence < threshold) return { ...nothing, evidence, refused: false }
      const quotes = quoteAnswer(evidence.ranked, hosts)
      const { question, history, locale = 'en-GB' } = asked
      const written =
        languageModel && !asked.quoteOnly
          ? await write?.(forceId, languageModel, { question, history, locale }, evidence.ranked, asked.onSentences)
          : undefined
      if (!written && quotes.length === 0) return { ...nothing, evidence, refused: false }
      const sources = written?.sources ?? quotes.map(({ ranked }) => ranked)
      const citations = sources.map(({ held }) => ({
        ...toCitation(held.passage, hosts),
        ...passageAround(open.index, held, hosts),
      }))
      const answer = { text: written?.text ?? toAnswerText(quotes), citations }
      return { answer, quotes, sources, written: written !== undefined, evidence, threshold, refused: false }
    },
    close: models.close,
  }

  /**
   * Danger may be told beside a question: each sentence counts by itself, and each part of it where it surely tells an
   * emergency. A part is torn out of its sentence: `my car has gone` sounds otherwise than with `was it towed?` behind it.
   */
  function speaksOfDanger(forceId: string, text: string): boolean {
    const sentences = [text, ...text.split(/[.!?:;\n]+/)]
    return (
      sentences.some((sentence) => assess(forceId, sentence).verdict !== 'none') ||
      text.split(/[.!?:;,\n]+/).some((part) => {
        const { verdict, confidence } = assess(forceId, part)
        return verdict === 'emergency' && confidence >= sureOfPart
      })
    )
  }

  /**
   * A collection that is kept for departments is used for their visitors only. One that is for everybody is used where it
   * is named, or where none is.
   */
  async function mayUse(forceId: string, { collections, department }: Asked): Promise<(id: string) => boolean> {
    const known = await listCollections(db.read, forceId)
    const usable = known
      .filter(({ id }) => collections.length === 0 || collections.includes(id))
      .filter(
        ({ departments }) =>
          departments.length === 0 || (department ? departments.includes(department) : collections.length > 0),
      )
    const ids = new Set(usable.map(({ id }) => id))
    return (id) => ids.has(id)
  }
}
