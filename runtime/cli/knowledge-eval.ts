import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { readEnvironment } from '../env.ts'
import { evaluateKnowledge } from '../knowledge/evaluate/evaluate-knowledge.ts'
import { createNames, readCorpus } from '../knowledge/evaluate/read-corpus.ts'
import { findModels } from '../knowledge/meaning/find-models.ts'
import { openEmbedder } from '../knowledge/meaning/open-embedder.ts'
import { toPassages } from '../knowledge/passages/to-passages.ts'
import { gatherEvidence } from '../knowledge/search/gather-evidence.ts'
import { indexDocuments } from '../knowledge/search/index-documents.ts'
import { judgeEvidence, usualThreshold } from '../knowledge/search/judge-evidence.ts'
import { searchPassages } from '../knowledge/search/search-passages.ts'
import { readWords } from './read-words.ts'
import { UsageError } from './usage-error.ts'

const Row = z.object({
  question: z.string(),
  document: z.string().nullable(),
  answer: z.string().nullish(),
  also: z.array(z.string()).optional(),
  /** What was said before, newest first. */
  history: z.array(z.string()).optional(),
})

/**
 * Asks questions of the documents in a folder and prints how well they are found, as one JSON object. It uses the model
 * named by `--model`, or the first in `MODEL_DIR`; `--words` goes without.
 */
export async function knowledgeEval(words: string[]): Promise<void> {
  const { options } = readWords(words, { docs: 'string', questions: 'string', model: 'string', words: 'boolean' })
  if (!options.docs || !options.questions) throw new UsageError('Name --docs DIR and --questions FILE.jsonl.')
  if (!existsSync(options.docs)) throw new UsageError(`There is no folder ${options.docs}.`)
  const { modelFolder } = readEnvironment()
  const models = modelFolder === undefined ? [] : findModels(modelFolder)
  const model = options.words ? undefined : models.find(({ name }) => name === (options.model ?? name))
  if (options.model && !model) throw new UsageError(`MODEL_DIR has no model ${options.model}.`)
  const embedder = model && (await openEmbedder(model.folder))
  const documents = await readCorpus(options.docs)
  const nameOf = createNames(documents)
  const rows = readFileSync(options.questions, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Row.parse(JSON.parse(line)))
    .map((row) => ({
      ...row,
      document: row.document === null ? null : nameOf(row.document),
      also: row.also?.map(nameOf) ?? [],
    }))

  const from = performance.now()
  const passages = new Map(
    documents.map((document) => [
      document.name,
      toPassages(document.blocks).map((passage, number) => ({
        ...passage,
        id: `${document.name}#${number}`,
        document: document.name,
        version: 1,
        collection: '',
        title: document.title,
      })),
    ]),
  )
  const index = await indexDocuments(passages, embedder)
  const indexSeconds = Math.round(performance.now() - from) / 1_000
  const result = await evaluateKnowledge(rows, {
    search: (asked) => searchPassages(asked, index, embedder),
    answers: ({ question, ranked }) =>
      judgeEvidence(gatherEvidence(question, ranked, index), embedder) >= usualThreshold,
  })
  await embedder?.close()
  const report = {
    ...result,
    indexSeconds,
    passages: index.passages(),
    documents: documents.length,
    model: embedder?.model ?? null,
  }
  console.log(JSON.stringify(report, undefined, 2))
}
