import { existsSync } from 'node:fs'
import { join } from 'node:path'
import forceQuestions from '../knowledge/evaluate/force-questions.jsonl?raw'
import { readCorpus } from '../knowledge/evaluate/read-corpus.ts'
import type { Embedder } from '../knowledge/meaning/embedder.ts'
import { openEmbedder } from '../knowledge/meaning/open-embedder.ts'
import { toPassages } from '../knowledge/passages/to-passages.ts'
import { gatherEvidence } from '../knowledge/search/gather-evidence.ts'
import { indexDocuments } from '../knowledge/search/index-documents.ts'
import { judgeEvidence } from '../knowledge/search/judge-evidence.ts'
import { searchPassages } from '../knowledge/search/search-passages.ts'
import { sharedFolder } from './public-intents.ts'

const wanted = 10_000

/**
 * Milliseconds from a question to ranked passages and how sure the best one is, among 10,000 passages: the force's documents
 * and, where they are there, SQuAD and Doc2Dial, again and again under other names until there are enough.
 */
export async function measureKnowledge(): Promise<Record<string, number | string>> {
  const texts = await readTexts()
  const questions = forceQuestions
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => String(JSON.parse(line).question))
  const modelFolder = process.env.MODEL_DIR ?? join(sharedFolder, 'models')
  const folder = join(modelFolder, 'potion-base-2M')
  const embedder = existsSync(folder) ? await openEmbedder(folder) : undefined
  const figures: Record<string, number | string> = { 'texts that differ': texts.length }
  for (const [name, model] of [
    ['words', undefined],
    ...(embedder ? [['words and model', embedder] as const] : []),
  ] as const)
    Object.assign(figures, await measure(name, texts, questions, model))
  await embedder?.close()
  return figures
}

async function measure(name: string, texts: readonly string[], questions: readonly string[], embedder?: Embedder) {
  const documents = new Map(
    Array.from({ length: wanted }, (_, number) => {
      const document = `d${number}`
      const text = texts[number % texts.length] ?? ''
      const passage = { heading: '', text, id: `${document}#0`, document, version: 1, collection: '', title: document }
      return [document, [passage]] as const
    }),
  )
  const began = performance.now()
  const index = await indexDocuments(documents, embedder)
  const indexed = performance.now() - began
  const ask = async (text: string) => {
    const { question, ranked } = await searchPassages({ text }, index, embedder)
    return judgeEvidence(gatherEvidence(question, ranked, index), embedder)
  }
  for (const question of questions.slice(0, 50)) await ask(question)
  const times: number[] = []
  for (const question of questions) {
    const asked = performance.now()
    await ask(question)
    times.push(performance.now() - asked)
  }
  times.sort((a, b) => a - b)
  const quantile = (q: number) => Number((times[Math.floor(times.length * q)] ?? 0).toFixed(1))
  return {
    [`${name}: passages`]: index.passages(),
    [`${name}: index (s)`]: Number((indexed / 1_000).toFixed(1)),
    [`${name}: p50 (ms)`]: quantile(0.5),
    [`${name}: p99 (ms)`]: quantile(0.99),
  }
}

/** The passages of every set that is there. */
async function readTexts(): Promise<string[]> {
  const folders = [
    'examples/knowledge',
    join(sharedFolder, 'data/retrieval/squad-dev/v1.1'),
    join(sharedFolder, 'data/retrieval/doc2dial'),
  ]
  const texts: string[] = []
  for (const folder of folders.filter((each) => existsSync(each)))
    for (const { blocks } of await readCorpus(folder)) for (const { text } of toPassages(blocks)) texts.push(text)
  return texts
}
