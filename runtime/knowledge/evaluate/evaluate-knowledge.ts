import type { Asked, Ranked } from '../search/search-passages.ts'
import type { Question } from '../search/to-question.ts'

/** A question with the document that answers it; null where none does. */
export interface LabelledQuestion {
  question: string
  document: string | null
  /** Further documents that answer it as well. */
  also?: string[]
  /** What was said before, newest first. */
  history?: string[]
}

export interface KnowledgeEvaluation {
  questions: number
  /** Of questions that a document answers: it is the first, among the first five. */
  recallAt1: number
  recallAt5: number
  /** Mean of 1 / rank, 0 beyond the tenth. */
  mrr: number
  /** "I don't know" taken as the thing to be found: how often it is right, and how many of the questions without an answer get it. */
  abstention: { precision: number; recall: number; f1: number }
  latencyMs: { p50: number; p99: number }
}

export interface EvaluatedEngine {
  search(asked: Asked): Promise<{ question: Question; ranked: Ranked[] }>
  /** Whether the best passages are good enough to answer with. */
  answers(found: { question: Question; ranked: Ranked[] }): boolean
}

const longestRank = 10

/** Asks every question and counts. Documents are ranked by their best passage. */
export async function evaluateKnowledge(
  questions: readonly LabelledQuestion[],
  engine: EvaluatedEngine,
): Promise<KnowledgeEvaluation> {
  const ranks: number[] = []
  const times: number[] = []
  let silent = 0
  let rightlySilent = 0
  for (const { question: text, document, also = [], history } of questions) {
    const from = performance.now()
    const found = await engine.search({ text, history: history ?? [] })
    const answered = engine.answers(found)
    times.push(performance.now() - from)
    if (!answered) silent++
    if (document === null) {
      if (!answered) rightlySilent++
      continue
    }
    const documents = [...new Set(found.ranked.map(({ held }) => held.passage.document))]
    const at = documents.findIndex((name) => name === document || also.includes(name))
    ranks.push(at < 0 ? Number.POSITIVE_INFINITY : at + 1)
  }
  const unanswerable = questions.length - ranks.length
  const precision = share(rightlySilent, silent)
  const recall = share(rightlySilent, unanswerable)
  return {
    questions: questions.length,
    recallAt1: share(ranks.filter((rank) => rank === 1).length, ranks.length),
    recallAt5: share(ranks.filter((rank) => rank <= 5).length, ranks.length),
    mrr: share(
      ranks.reduce((sum, rank) => sum + (rank <= longestRank ? 1 / rank : 0), 0),
      ranks.length,
    ),
    abstention: { precision, recall, f1: share(2 * precision * recall, precision + recall) },
    latencyMs: { p50: quantile(times, 0.5), p99: quantile(times, 0.99) },
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000
}

function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0) * 100) / 100
}
