import { type Passage, type PassageVectors, sentencesOf } from '../search/passage-index.ts'
import { toTerms } from '../words/to-terms.ts'
import type { Embedder } from './embedder.ts'

/** So many passages are asked of the model at a time. */
const step = 50

/** Computes the vectors of passages and of their sentences. A passage's own counts the words that it stands under. */
export async function embedPassages(passages: readonly Passage[], embedder: Embedder): Promise<PassageVectors[]> {
  const vectors: PassageVectors[] = []
  for (let from = 0; from < passages.length; from += step) {
    vectors.push(...(await embedSome(passages.slice(from, from + step), embedder)))
    await breathe()
  }
  return vectors
}

async function embedSome(passages: readonly Passage[], embedder: Embedder): Promise<PassageVectors[]> {
  const sentences = passages.map(({ text }) => sentencesOf(text))
  const whole = await embedder.embed(passages.map(({ title, heading, text }) => `${title}\n${heading}\n${text}`))
  const parts = await embedder.embed(sentences.flat())
  let from = 0
  return passages.map((_, index) => {
    const count = sentences[index]?.length ?? 0
    from += count
    return { passage: whole[index], sentences: parts.slice(from - count, from) }
  })
}

/** A model that knows the words already answers without waiting for anything: others are to be answered in between. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Makes the vectors of single words ready, where the model has them. */
export async function loadWords(passages: readonly Passage[], embedder: Embedder): Promise<void> {
  const { words } = embedder
  if (!words) return
  for (let from = 0; from < passages.length; from += step) {
    await words.load(
      passages
        .slice(from, from + step)
        .flatMap(({ title, heading, text }) => toTerms(`${title}\n${heading}\n${text}`).map(({ word }) => word)),
    )
    await breathe()
  }
}
