/** A model that places texts by what they mean. Vectors of two models can't be compared: each is kept with its model's id. */
export interface Embedder {
  /** Name of the model and what tells its files from others of that name. */
  model: string
  dimensions: number
  /** Vectors of length 1, in the order of `texts`; nothing for a text without a known word. */
  embed(texts: readonly string[]): Promise<(Float32Array | undefined)[]>
  /**
   * Vectors of single words, of a model that knows a word by itself (a static one). Kept in memory: `ready` says which are
   * there without waiting.
   */
  words?: { load(words: readonly string[]): Promise<void>; ready(word: string): Float32Array | undefined }
  close(): Promise<void>
}

/** Scales to length 1. Nothing where there is no direction. */
export function toUnit(vector: Float32Array): Float32Array | undefined {
  let square = 0
  for (const value of vector) square += value * value
  if (!(square > 1e-12)) return undefined
  const scale = 1 / Math.sqrt(square)
  return vector.map((value) => value * scale)
}

/** Product of two vectors, one of them a row of a matrix. */
export function dot(a: Float32Array, b: Float32Array, from = 0): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[from + at] ?? 0)
  return sum
}
