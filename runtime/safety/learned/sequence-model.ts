import { rowOfMark, rowsOfWord, type Sequence, type WordRows } from './sequence-input.ts'

/** How many words in a row the model looks at together: one word, and two on either side. */
export const WINDOW = 5
/** How long a word's vector is, how many patterns are looked for, and what they are boiled down to; multiples of four. */
export const SHAPE = { vector: 32, patterns: 48, hidden: 48 }
export type Shape = typeof SHAPE

/** What the pooled patterns of the message, of what came before, and the sum of the words make together. */
export const pooledSize = ({ vector, patterns }: Shape): number => 2 * patterns + vector

/** The weights of a small convolution over word vectors, all of them plain rows of numbers. */
export interface SequenceWeights {
  readonly shape: Shape
  /** `vector` numbers for each row of the table. */
  readonly table: Float32Array
  /** For each place in the window, for each pattern, `vector` numbers; then the patterns' bias. */
  readonly patterns: Float32Array
  readonly patternBias: Float32Array
  readonly hidden: Float32Array
  readonly hiddenBias: Float32Array
  readonly out: Float32Array
  readonly outBias: Float32Array
}

/** What a word contributes wherever it stands: its vector, and its share of every pattern at every place. */
export interface WordShare {
  readonly vector: Float32Array
  readonly share: Float32Array
}

/** Pools of a message: the strongest match of each pattern, where it was, and the words together. */
export interface Pooled {
  readonly values: Float32Array
  readonly where: Int32Array
}

/** How many words keep their share between messages. */
const REMEMBERED = 12_000

/** A model that can be asked for the log odds of its outputs. */
export class SequenceModel {
  readonly #weights: SequenceWeights
  readonly #known = new Map<string, WordShare>()

  constructor(weights: SequenceWeights) {
    this.#weights = weights
  }

  /** One number for each class, not yet made into probabilities. Linear in the number of words. */
  judge(sequence: Sequence): number[] {
    const shares = sequence.words.map((word) => this.#shareOf(word))
    const pooled = pool(this.#weights, shares, sequence, (row) => rowAt(this.#weights, row))
    const hidden = layer(this.#weights.hidden, this.#weights.hiddenBias, pooled.values)
    for (let i = 0; i < hidden.length; i++) if ((hidden[i] ?? 0) < 0) hidden[i] = 0
    return [...layer(this.#weights.out, this.#weights.outBias, hidden)]
  }

  /** Works out words before they are met, so that the first messages are judged as quickly as later ones. */
  remember(words: Iterable<string>): void {
    for (const word of words) this.#shareOf(word)
  }

  #shareOf(word: string): WordShare {
    const known = this.#known.get(word)
    if (known !== undefined) return known
    const share = shareOfWord(this.#weights, rowsOfWord(word))
    if (this.#known.size < REMEMBERED) this.#known.set(word, share)
    return share
  }
}

function rowAt({ table, shape }: SequenceWeights, row: number): Float32Array {
  return table.subarray(row * shape.vector, (row + 1) * shape.vector)
}

/** What is said of a message: the log odds of emergency and of safeguarding against none. */
export type Odds = readonly [number, number]

/** The model's log odds for a message. */
export function oddsOf(model: SequenceModel, sequence: Sequence): Odds {
  const [now = 0, soon = 0, none = 0] = model.judge(sequence)
  return [now - none, soon - none]
}

/** A word's vector from the rows that it is made of, and its share of every pattern. */
export function shareOfWord(weights: SequenceWeights, { at, value }: WordRows): WordShare {
  const { shape, table, patterns } = weights
  const vector = new Float32Array(shape.vector)
  at.forEach((row, i) => {
    const times = value[i] ?? 0
    for (let e = 0; e < shape.vector; e++) vector[e] = (vector[e] ?? 0) + times * (table[row * shape.vector + e] ?? 0)
  })
  const share = new Float32Array(WINDOW * shape.patterns)
  for (let i = 0; i < share.length; i++) share[i] = dot(patterns, i * shape.vector, vector)
  return { vector, share }
}

/** The product of a vector with as many weights; four sums side by side, so that none waits for another. */
function dot(weights: Float32Array, from: number, vector: Float32Array): number {
  let [one, two, three, four] = [0, 0, 0, 0]
  for (let i = 0; i < vector.length; i += 4) {
    one += (weights[from + i] ?? 0) * (vector[i] ?? 0)
    two += (weights[from + i + 1] ?? 0) * (vector[i + 1] ?? 0)
    three += (weights[from + i + 2] ?? 0) * (vector[i + 2] ?? 0)
    four += (weights[from + i + 3] ?? 0) * (vector[i + 3] ?? 0)
  }
  return one + two + three + four
}

/** The strongest match of each pattern in the message and in what came before it; below zero counts as none. */
export function pool(
  { shape, patternBias }: SequenceWeights,
  shares: readonly (WordShare | undefined)[],
  { own, marks }: Sequence,
  rowOf: (row: number) => Float32Array,
): Pooled {
  const { vector, patterns } = shape
  const values = new Float32Array(pooledSize(shape))
  const where = new Int32Array(2 * patterns).fill(-1)
  const silent = new Float32Array(WINDOW * patterns)
  const row = [silent, silent, ...shares.map((word) => word?.share ?? silent), silent, silent]
  for (let at = 0; at < shares.length; at++) {
    const one = row[at] ?? silent
    const two = row[at + 1] ?? silent
    const three = row[at + 2] ?? silent
    const four = row[at + 3] ?? silent
    const five = row[at + 4] ?? silent
    const to = at >= own ? 0 : patterns
    for (let p = 0; p < patterns; p++) {
      const found =
        (patternBias[p] ?? 0) +
        (one[p] ?? 0) +
        (two[patterns + p] ?? 0) +
        (three[2 * patterns + p] ?? 0) +
        (four[3 * patterns + p] ?? 0) +
        (five[4 * patterns + p] ?? 0)
      if (found <= (values[to + p] ?? 0)) continue
      values[to + p] = found
      where[to + p] = at
    }
  }
  addWords(values.subarray(2 * patterns), shares.slice(own), marks, rowOf, vector)
  return { values, where }
}

/** How strongly the sum of a message's words counts, by how many there are: long messages no more than middling ones. */
export function bagScale(words: number): number {
  return 1 / (3 * Math.sqrt(Math.max(1, words)))
}

function addWords(
  into: Float32Array,
  shares: readonly (WordShare | undefined)[],
  marks: readonly string[],
  rowOf: (row: number) => Float32Array,
  size: number,
): void {
  const scale = bagScale(shares.length)
  for (const share of shares) {
    if (share === undefined) continue
    for (let e = 0; e < size; e++) into[e] = (into[e] ?? 0) + scale * (share.vector[e] ?? 0)
  }
  for (const mark of marks) {
    const row = rowOf(rowOfMark(mark))
    for (let e = 0; e < size; e++) into[e] = (into[e] ?? 0) + MARK_SCALE * (row[e] ?? 0)
  }
}

export const MARK_SCALE = 0.3

/** Each row of weights times the input, and the bias. */
export function layer(weights: Float32Array, bias: Float32Array, input: Float32Array): Float32Array {
  const out = new Float32Array(bias)
  for (let row = 0; row < out.length; row++) out[row] = (out[row] ?? 0) + dot(weights, row * input.length, input)
  return out
}
