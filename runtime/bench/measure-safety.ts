import { join } from 'node:path'
import { emergencyRules } from '../../schema/emergency-words/emergency-rules.ts'
import { foldText } from '../../schema/emergency-words/fold-text.ts'
import { openWordRules } from '../../schema/emergency-words/open-word-rules.ts'
import { openSentenceModel } from '../intent/open-sentence-model.ts'
import { assess } from '../safety/assess.ts'
import { openBuiltInNearest } from '../safety/nearest/open-built-in-nearest.ts'
import { withNearest } from '../safety/nearest/open-nearest.ts'
import { openDetector } from '../safety/open-detector.ts'
import { safeguardingRules } from '../safety/safeguarding-rules.ts'
import { sharedFolder } from './public-intents.ts'

const characters = 2_000
const messages = 3_000
/** What people write to a force, put together anew for each message, so that nothing is remembered from the last. */
const parts =
  'I want to report my neighbour who plays music every night and yesterday he shouted at my son because the ball went into his garden, we live at 14 Mill Lane and the police came in March but nothing has changed since, can you please tell me what I should do next and who to ring about it'.split(
    ' ',
  )

/**
 * Milliseconds that the detector takes over a message of 2,000 characters, on this machine. The goals: 1 and 5 at p99. The
 * layer of nearest examples is measured by itself: its budget is 25.
 */
export async function measureSafety(): Promise<Record<string, number | string>> {
  const texts = Array.from({ length: messages }, (_, seed) => messageOf(seed))
  const book = openWordRules([...emergencyRules, ...safeguardingRules])
  const detector = openDetector()
  const earlier = texts.slice(0, 6).map((text) => ({ from: 'visitor' as const, text: text.slice(0, 200) }))
  for (const text of texts.slice(0, 300)) {
    book.find(foldText(text))
    assess(text, earlier, detector)
  }
  const words = times(texts, (text) => book.find(foldText(text)))
  const all = times(texts, (text) => assess(text, earlier, detector))
  const model = await openSentenceModel(process.env.MODEL_DIR ?? join(sharedFolder, 'models', 'potion-base-2M'))
  const withExamples = withNearest(detector, await openBuiltInNearest(model))
  const nearest = times(texts, (text) => withExamples.layers.at(-1)?.judge(text, earlier))
  const failed = detector.state().filter(({ state }) => state === 'failed')
  return {
    'word rules, p50 (ms)': at(words, 0.5),
    'word rules, p99 (ms)': at(words, 0.99),
    'all local layers, p50 (ms)': at(all, 0.5),
    'all local layers, p99 (ms)': at(all, 0.99),
    'nearest examples, p50 (ms)': model.kind === 'static' ? at(nearest, 0.5) : 'no model',
    'nearest examples, p99 (ms)': model.kind === 'static' ? at(nearest, 0.99) : 'no model',
    'layers that overran': failed.map(({ name }) => name).join(', ') || 'none',
  }
}

function messageOf(seed: number): string {
  let text = `${seed}`
  for (let at = seed; text.length < characters; at += 1 + (seed % 7)) text += ` ${parts[at % parts.length]}`
  return text.slice(0, characters)
}

function times(texts: readonly string[], work: (text: string) => unknown): number[] {
  return texts
    .map((text) => {
      const from = performance.now()
      work(text)
      return performance.now() - from
    })
    .sort((a, b) => a - b)
}

function at(sorted: readonly number[], share: number): number {
  return Number((sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(3))
}
