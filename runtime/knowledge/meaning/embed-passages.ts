import { type Passage, type PassageVectors, sentencesOf } from '../search/passage-index.ts'
import { toTerms } from '../words/to-terms.ts'
import type { Embedder } from './embedder.ts'

/** Computes the vectors of passages and of their sentences. A passage's own counts the words that it stands under. */
export async function embedPassages(passages: readonly Passage[], embedder: Embedder): Promise<PassageVectors[]> {
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

/** Makes the vectors of single words ready, where the model has them. */
export async function loadWords(passages: readonly Passage[], embedder: Embedder): Promise<void> {
  await embedder.words?.load(
    passages.flatMap(({ title, heading, text }) => toTerms(`${title}\n${heading}\n${text}`).map(({ word }) => word)),
  )
}
