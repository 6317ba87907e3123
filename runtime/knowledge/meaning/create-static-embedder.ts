import { stopWords } from '../words/stop-words.ts'
import { type Embedder, toUnit } from './embedder.ts'

const wordPattern = /[\p{L}\p{M}\p{N}]+/gu
const mostWords = 250_000
const askedAtOnce = 512
/** A stop word still tells a little about a text. */
const stopWeight = 0.05

/**
 * An embedder over a model that knows words by themselves: the vector of a text is the sum of its words' vectors, so each
 * word is asked of the model once and all else is addition.
 */
export function createStaticEmbedder({
  model,
  dimensions,
  ask,
  close,
}: {
  model: string
  dimensions: number
  /** Vectors of texts, one after the other. */
  ask(texts: readonly string[]): Promise<Float32Array>
  close(): Promise<void>
}): Embedder {
  const known = new Map<string, Float32Array | undefined>()

  async function load(words: readonly string[]): Promise<void> {
    if (known.size > mostWords) known.clear()
    const fresh = [...new Set(words)].filter((word) => !known.has(word))
    for (let from = 0; from < fresh.length; from += askedAtOnce) {
      const part = fresh.slice(from, from + askedAtOnce)
      const vectors = await ask(part)
      part.forEach((word, index) => {
        const vector = vectors.slice(index * dimensions, (index + 1) * dimensions)
        known.set(word, vector.some((value) => value !== 0) ? vector : undefined)
      })
    }
  }

  return {
    model,
    dimensions,
    words: { load, ready: (word) => known.get(word) },
    async embed(texts) {
      const words = texts.map((text) => text.toLowerCase().match(wordPattern) ?? [])
      await load(words.flat())
      return words.map((list) => {
        const sum = new Float32Array(dimensions)
        for (const word of list) {
          const vector = known.get(word)
          if (!vector) continue
          const weight = stopWords.has(word) ? stopWeight : 1
          for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] ?? 0) + weight * (vector[d] ?? 0)
        }
        return toUnit(sum)
      })
    },
    close,
  }
}
