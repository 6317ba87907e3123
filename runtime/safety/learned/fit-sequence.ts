import { AdamRows } from './adam.ts'
import { rowOfMark, rowsOfWord, type Sequence, TABLE_ROWS, type WordRows } from './sequence-input.ts'
import {
  bagScale,
  layer,
  MARK_SCALE,
  pool,
  pooledSize,
  type SequenceWeights,
  SHAPE,
  type Shape,
  shareOfWord,
  WINDOW,
  type WordShare,
} from './sequence-model.ts'
import { seededRandom, shuffled } from './softmax-regression.ts'

/** One labelled message: its verdict, and its category, which teaches the model what kinds of trouble there are. */
export interface SequenceExample {
  readonly sequence: Sequence
  readonly label: number
  readonly kind: number
  readonly weight: number
}

export interface SequenceSettings {
  readonly epochs: number
  readonly rate: number
  readonly seed: number
}

const BATCH = 64
/** Shares of words, pooled patterns and hidden places that are left out at random, so that none is relied on. */
const LEFT_OUT = { words: 0.08, pooled: 0.3, hidden: 0.2 }
/** How far the answer that is asked for stays from certain. */
const SMOOTHING = 0.05
const KIND_WEIGHT = 0.3
const DECAY = 0.02

/** A model, and the slopes of the loss over its weights, of the same sizes. */
interface Trainee {
  readonly weights: SequenceWeights
  readonly slopes: Omit<SequenceWeights, 'shape' | 'table'>
}

/** A word of a batch: what it is made of, its share, and the slopes over both. */
interface BatchWord {
  readonly rows: WordRows
  readonly share: WordShare
  readonly vectorSlope: Float32Array
  readonly shareSlope: Float32Array
}

/**
 * Trains the sequence model: Adam on batches, from a fixed seed, so the same examples in the same order give the same
 * weights. Outputs are the verdicts first, then the kinds. A word's share of the patterns is worked out once for a
 * whole batch, and only the strongest match of a pattern has a slope: that is what makes it minutes and not hours.
 */
export function fitSequence(
  examples: readonly SequenceExample[],
  verdicts: number,
  kinds: number,
  { epochs, rate, seed }: SequenceSettings,
): SequenceWeights {
  const random = seededRandom(seed)
  const weights = startingWeights(SHAPE, verdicts + kinds, random)
  const { shape, table, ...dense } = weights
  const slopes = {
    patterns: new Float32Array(dense.patterns.length),
    patternBias: new Float32Array(dense.patternBias.length),
    hidden: new Float32Array(dense.hidden.length),
    hiddenBias: new Float32Array(dense.hiddenBias.length),
    out: new Float32Array(dense.out.length),
    outBias: new Float32Array(dense.outBias.length),
  }
  const tableStep = new AdamRows(table, shape.vector, 0)
  const steps = [
    { step: new AdamRows(dense.patterns, shape.vector, DECAY), slope: slopes.patterns },
    { step: new AdamRows(dense.patternBias, 1, 0), slope: slopes.patternBias },
    { step: new AdamRows(dense.hidden, pooledSize(shape), DECAY), slope: slopes.hidden },
    { step: new AdamRows(dense.hiddenBias, 1, 0), slope: slopes.hiddenBias },
    { step: new AdamRows(dense.out, shape.hidden, DECAY), slope: slopes.out },
    { step: new AdamRows(dense.outBias, 1, 0), slope: slopes.outBias },
  ]
  const known = new Map<string, WordRows>()
  const rowsOf = (word: string): WordRows => {
    const rows = known.get(word) ?? rowsOfWord(word)
    known.set(word, rows)
    return rows
  }
  const all = (epochs * examples.length) / BATCH
  let done = 0
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(examples, random)
    for (let from = 0; from < order.length; from += BATCH) {
      const tableSlopes = new Map<number, Float32Array>()
      learn({ weights, slopes }, order.slice(from, from + BATCH), verdicts, tableSlopes, rowsOf, random)
      done++
      const pace = Math.min(1, done / 100) * Math.max(0.03, 1 - done / (all * 1.1))
      for (const [row, slope] of tableSlopes) tableStep.take(row, slope, 0, rate * pace)
      for (const { step, slope } of steps) {
        step.takeAll(slope, (rate * pace) / 2)
        slope.fill(0)
      }
      tableStep.next()
    }
  }
  return weights
}

function startingWeights(shape: Shape, outputs: number, random: () => number): SequenceWeights {
  const normal = (size: number, spread: number) =>
    Float32Array.from({ length: size }, () => spread * (random() + random() + random() + random() - 2) * 1.7)
  const pooled = pooledSize(shape)
  return {
    shape,
    table: normal(TABLE_ROWS * shape.vector, 0.1),
    patterns: normal(WINDOW * shape.patterns * shape.vector, 1 / Math.sqrt(3 * WINDOW * shape.vector)),
    patternBias: new Float32Array(shape.patterns),
    hidden: normal(shape.hidden * pooled, 1 / Math.sqrt(1.5 * pooled)),
    hiddenBias: new Float32Array(shape.hidden),
    out: normal(outputs * shape.hidden, 1 / Math.sqrt(3 * shape.hidden)),
    outBias: new Float32Array(outputs),
  }
}

/** Adds the slopes of a batch's mean loss. */
function learn(
  trainee: Trainee,
  batch: readonly SequenceExample[],
  verdicts: number,
  tableSlopes: Map<number, Float32Array>,
  rowsOf: (word: string) => WordRows,
  random: () => number,
): void {
  const { weights, slopes } = trainee
  const { shape } = weights
  const words = new Map<string, BatchWord>()
  const wordOf = (word: string): BatchWord => {
    const known = words.get(word)
    if (known !== undefined) return known
    const rows = rowsOf(word)
    const share = shareOfWord(weights, rows)
    const fresh = {
      rows,
      share,
      vectorSlope: new Float32Array(shape.vector),
      shareSlope: new Float32Array(share.share.length),
    }
    words.set(word, fresh)
    return fresh
  }
  const slopeOfRow = (row: number): Float32Array => {
    const known = tableSlopes.get(row)
    if (known !== undefined) return known
    const fresh = new Float32Array(shape.vector)
    tableSlopes.set(row, fresh)
    return fresh
  }
  for (const example of batch) {
    const said = example.sequence.words.map((word) => (random() < LEFT_OUT.words ? undefined : wordOf(word)))
    learnOne(trainee, example, said, verdicts, 1 / batch.length, slopeOfRow, random)
  }
  for (const word of words.values()) backToTable(weights, slopes.patterns, word, slopeOfRow)
}

function learnOne(
  { weights, slopes }: Trainee,
  { sequence, label, kind, weight }: SequenceExample,
  said: readonly (BatchWord | undefined)[],
  verdicts: number,
  part: number,
  slopeOfRow: (row: number) => Float32Array,
  random: () => number,
): void {
  const { shape, table } = weights
  const rowOf = (row: number) => table.subarray(row * shape.vector, (row + 1) * shape.vector)
  const pooled = pool(
    weights,
    said.map((word) => word?.share),
    sequence,
    rowOf,
  )
  const pooledKept = dropout(pooled.values, LEFT_OUT.pooled, random)
  const hidden = layer(weights.hidden, weights.hiddenBias, pooled.values)
  for (let i = 0; i < hidden.length; i++) hidden[i] = Math.max(0, hidden[i] ?? 0)
  const live = hidden.map((each) => (each > 0 ? 1 : 0))
  const hiddenKept = dropout(hidden, LEFT_OUT.hidden, random)
  const errors = layer(weights.out, weights.outBias, hidden)
  toErrors(errors.subarray(0, verdicts), label, weight * part)
  toErrors(errors.subarray(verdicts), kind, KIND_WEIGHT * weight * part)

  const hiddenSlope = back(weights.out, slopes.out, slopes.outBias, hidden, errors)
  for (let i = 0; i < hiddenSlope.length; i++)
    hiddenSlope[i] = (hiddenSlope[i] ?? 0) * (live[i] ?? 0) * (hiddenKept[i] ?? 0)
  const slope = back(weights.hidden, slopes.hidden, slopes.hiddenBias, pooled.values, hiddenSlope)
  for (let i = 0; i < slope.length; i++) slope[i] = (slope[i] ?? 0) * (pooledKept[i] ?? 0)
  for (let i = 0; i < 2 * shape.patterns; i++) {
    const at = pooled.where[i] ?? -1
    const error = slope[i] ?? 0
    if (at < 0 || error === 0) continue
    const pattern = i % shape.patterns
    slopes.patternBias[pattern] = (slopes.patternBias[pattern] ?? 0) + error
    for (let k = 0; k < WINDOW; k++) {
      const into = said[at + k - 2]?.shareSlope
      const place = k * shape.patterns + pattern
      if (into !== undefined) into[place] = (into[place] ?? 0) + error
    }
  }
  const bag = slope.subarray(2 * shape.patterns)
  const own = said.slice(sequence.own)
  const scale = bagScale(own.length)
  for (const word of own) if (word !== undefined) addTo(word.vectorSlope, bag, scale)
  for (const mark of sequence.marks) addTo(slopeOfRow(rowOfMark(mark)), bag, MARK_SCALE)
}

/** From a word's share back to the patterns, and to the rows of the table that the word is made of. */
function backToTable(
  { patterns, shape }: SequenceWeights,
  patternSlopes: Float32Array,
  { rows, share, vectorSlope, shareSlope }: BatchWord,
  slopeOfRow: (row: number) => Float32Array,
): void {
  for (let i = 0; i < shareSlope.length; i++) {
    const error = shareSlope[i] ?? 0
    if (error === 0) continue
    const from = i * shape.vector
    for (let e = 0; e < shape.vector; e++) {
      patternSlopes[from + e] = (patternSlopes[from + e] ?? 0) + error * (share.vector[e] ?? 0)
      vectorSlope[e] = (vectorSlope[e] ?? 0) + error * (patterns[from + e] ?? 0)
    }
  }
  rows.at.forEach((row, i) => {
    addTo(slopeOfRow(row), vectorSlope, rows.value[i] ?? 0)
  })
}

/** Adds the slopes over weights and bias, and returns the slope over the input. */
function back(
  weights: Float32Array,
  weightSlopes: Float32Array,
  biasSlopes: Float32Array,
  input: Float32Array,
  errors: Float32Array,
): Float32Array {
  const slope = new Float32Array(input.length)
  for (let row = 0; row < errors.length; row++) {
    const error = errors[row] ?? 0
    if (error === 0) continue
    biasSlopes[row] = (biasSlopes[row] ?? 0) + error
    const from = row * input.length
    for (let i = 0; i < input.length; i++) {
      weightSlopes[from + i] = (weightSlopes[from + i] ?? 0) + error * (input[i] ?? 0)
      slope[i] = (slope[i] ?? 0) + error * (weights[from + i] ?? 0)
    }
  }
  return slope
}

/** Sets a share of the values to nothing and lifts the rest; what each was multiplied with is what it returns. */
function dropout(values: Float32Array, share: number, random: () => number): Float32Array {
  const kept = new Float32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    kept[i] = random() < share ? 0 : 1 / (1 - share)
    values[i] = (values[i] ?? 0) * (kept[i] ?? 0)
  }
  return kept
}

/** Turns sums into the weighted errors of a softmax, in place. */
function toErrors(sums: Float32Array, label: number, weight: number): void {
  const most = sums.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  let total = 0
  for (let i = 0; i < sums.length; i++) {
    sums[i] = Math.exp((sums[i] ?? 0) - most)
    total += sums[i] ?? 0
  }
  for (let i = 0; i < sums.length; i++) {
    const asked = (i === label ? 1 - SMOOTHING : 0) + SMOOTHING / sums.length
    sums[i] = ((sums[i] ?? 0) / total - asked) * weight
  }
}

function addTo(to: Float32Array, what: Float32Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + times * (what[i] ?? 0)
}
