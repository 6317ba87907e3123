import { readdirSync, readFileSync } from 'node:fs'
import { definitions } from '../nodes/definitions.ts'
import type { Effect } from '../nodes/kit/step.ts'
import { runtimes } from '../nodes/runtimes.ts'
import type { EffectResult } from '../runtime/contact/cause.ts'
import { computeTurn } from '../runtime/contact/compute-turn.ts'
import { newContact } from '../runtime/contact/contact-state.ts'
import { playTest, type TestResult } from '../runtime/contact/play-test.ts'
import { type RunnableFlow, toRunnable } from '../runtime/contact/runnable-flow.ts'
import { quoteAnswer, toAnswerText, toCitation } from '../runtime/knowledge/answer/quote-answer.ts'
import { readMarkdown } from '../runtime/knowledge/ingest/read-markdown.ts'
import { toPassages } from '../runtime/knowledge/passages/to-passages.ts'
import { gatherEvidence } from '../runtime/knowledge/search/gather-evidence.ts'
import { judgeEvidence, usualThreshold } from '../runtime/knowledge/search/judge-evidence.ts'
import { createPassageIndex, type PassageIndex } from '../runtime/knowledge/search/passage-index.ts'
import { searchByWords } from '../runtime/knowledge/search/search-passages.ts'
import { assess } from '../runtime/safety/assess.ts'
import type { Detector } from '../runtime/safety/detector.ts'
import { openDetector } from '../runtime/safety/open-detector.ts'
import type { Flow, FlowTest } from '../schema/flow.ts'
import { parseFlowText } from '../schema/parse-flow.ts'

/** How the tests of `examples/` play the flows: the real engine in memory, and the sample documents for answers. */
export const flowFolder = new URL('flows/', import.meta.url)
const knowledgeFolder = new URL('knowledge/', import.meta.url)

export function flowFiles(): string[] {
  return readdirSync(flowFolder).filter((file) => file.endsWith('.json'))
}

/** The flow of a file. Throws where it cannot be read. */
export function readFlow(file: string): { text: string; flow: Flow } {
  const text = readFileSync(new URL(file, flowFolder), 'utf8')
  const parsed = parseFlowText(text, definitions)
  if (!parsed.ok) throw new Error(`${file}: ${parsed.issues[0]?.message ?? 'cannot be read'}`)
  return { text, flow: parsed.flow }
}

export function runnable(flow: Flow): RunnableFlow {
  return toRunnable(flow, 1, { definitions, runtimes })
}

/**
 * The reviewed word rules, without the layer that is learned: so a test of a flow says something about the flow, and does
 * not change with every training. What the learned layer makes of the same words stands in `ordinary-answers.test.ts`.
 */
export function openWordRules(): Detector {
  return openDetector({
    readWeights: () => {
      throw new Error('Not used when flows are tested.')
    },
  })
}

export type World = NonNullable<Parameters<typeof playTest>[3]>

export function play(flow: RunnableFlow, test: FlowTest, detector: Detector, world: World = {}): TestResult {
  const result = playTest(flow, test, (text, earlier) => assess(text, earlier, detector), world)
  for (const entry of firstTurn(flow, test)) {
    result.covered.add(entry.split(' ')[0] ?? '')
    result.covered.add(entry)
  }
  return result
}

/** The path of the turn that a contact begins with, before the visitor has done anything. */
function firstTurn(flow: RunnableFlow, test: FlowTest): string[] {
  const locale = test.locale ?? flow.flow.locales[0] ?? 'en-GB'
  const world = {
    now: Date.parse(test.now ?? '2026-11-20T19:41:00Z'),
    zone: 'Europe/London',
    number: 10_001,
    services: { departments: () => [], fileName: () => undefined, understand: () => undefined },
  }
  const none = () => {
    throw new Error('Nothing is said yet.')
  }
  const turn = computeTurn(
    flow,
    newContact(flow.machine.initial.path, locale),
    { kind: 'started', locale },
    world,
    none,
  )
  return 'path' in turn ? turn.path : []
}

let index: PassageIndex | undefined

/** Answers from the documents in `knowledge/`, by words alone. */
export function answerFromKnowledge(effect: Effect): EffectResult | undefined {
  if (effect.kind !== 'answer') return undefined
  return { ok: true, output: findAnswer(effect.question) ?? { answer: null } }
}

/** What the documents in `knowledge/` answer, with its sources; nothing where they do not. */
export function findAnswer(text: string) {
  index ??= indexKnowledge()
  const { question, ranked } = searchByWords({ text }, index)
  if (judgeEvidence(gatherEvidence(question, ranked, index), undefined) < usualThreshold) return undefined
  const quotes = quoteAnswer(ranked)
  return { answer: toAnswerText(quotes), citations: quotes.map(({ ranked: { held } }) => toCitation(held.passage)) }
}

function indexKnowledge(): PassageIndex {
  const made = createPassageIndex(0)
  for (const { id, title, collection, text } of readKnowledge()) {
    const passages = toPassages(readMarkdown(text).blocks).map((passage, number) => ({
      ...passage,
      id: `${id}.1.${number + 1}`,
      document: id,
      version: 1,
      collection,
      title,
    }))
    made.add(id, passages, [])
  }
  return made
}

/** The documents with what stands above them. */
export function readKnowledge(): { id: string; title: string; collection: string; review: string; text: string }[] {
  return readdirSync(knowledgeFolder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const whole = readFileSync(new URL(file, knowledgeFolder), 'utf8')
      const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(whole) ?? []
      const entry = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1] ?? ''
      return {
        id: file.replace(/\.md$/, ''),
        title: entry('title'),
        collection: entry('collection'),
        review: entry('review'),
        text,
      }
    })
}
