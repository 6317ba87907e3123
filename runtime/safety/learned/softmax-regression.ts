import type { Features } from './feature-hash.ts'

/** A softmax regression: one row of `size` weights and one bias for each class. */
export interface Regression {
  readonly classes: number
  readonly size: number
  readonly weights: Float32Array | Int16Array
  /** What a weight is to be multiplied with, one for each class: 1 before quantising. */
  readonly scales: readonly number[]
  readonly bias: readonly number[]
}

/** One labelled message as the trainer sees it. */
export interface Example {
  readonly features: Features
  readonly label: number
  readonly weight: number
}

/**
 * The probability of each class. Places beyond the model's size fold back into it, so one model can be smaller.
 * `rest` adds a class that the model has no row for, at zero: the last one of a model measured against its last.
 */
export function probabilities(model: Regression, features: Features, rest = false): number[] {
  const rows = model.bias.map((bias, at) => bias + rowSum(model, at, features))
  const sums = rest ? [...rows, 0] : rows
  const most = Math.max(...sums)
  const parts = sums.map((sum) => Math.exp(sum - most))
  const total = parts.reduce((a, b) => a + b, 0)
  return parts.map((part) => part / total)
}

function rowSum(model: Regression, row: number, { at, value }: Features): number {
  const { weights, size } = model
  const from = row * size
  let sum = 0
  for (let i = 0; i < at.length; i++) sum += (weights[from + ((at[i] ?? 0) & (size - 1))] ?? 0) * (value[i] ?? 0)
  return sum * (model.scales[row] ?? 1)
}

/** AdaGrad on the log loss with L2, from a fixed seed: the same examples give the same weights, bit for bit. */
export function fitRegression(
  examples: readonly Example[],
  classes: number,
  size: number,
  { epochs, rate, l2, seed }: { epochs: number; rate: number; l2: number; seed: number },
): Regression {
  const weights = new Float32Array(classes * size)
  const squares = new Float32Array(classes * size).fill(1e-4)
  const bias = Array.from({ length: classes }, () => 0)
  const model: Regression = { classes, size, weights, bias, scales: bias.map(() => 1) }
  const random = seededRandom(seed)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { features, label, weight } of shuffled(examples, random)) {
      const found = probabilities(model, features)
      for (let row = 0; row < classes; row++) {
        const error = ((found[row] ?? 0) - (row === label ? 1 : 0)) * weight
        bias[row] = (bias[row] ?? 0) - 0.02 * error
        if (Math.abs(error) < 1e-4) continue
        for (let i = 0; i < features.at.length; i++) {
          const at = row * size + ((features.at[i] ?? 0) & (size - 1))
          const old = weights[at] ?? 0
          const slope = error * (features.value[i] ?? 0) + l2 * old
          const square = (squares[at] ?? 0) + slope * slope
          squares[at] = square
          weights[at] = old - (rate * slope) / Math.sqrt(square)
        }
      }
    }
  }
  return model
}

/** The mean of several models: what they agree on stays, what one of them made up thins out. */
export function meanRegression(models: readonly Regression[]): Regression {
  const first = models[0]
  if (first === undefined) throw new Error('The mean of no models is not a model')
  const weights = new Float32Array(first.weights.length)
  for (const model of models) {
    for (let at = 0; at < weights.length; at++)
      weights[at] = (weights[at] ?? 0) + (model.weights[at] ?? 0) / models.length
  }
  const bias = first.bias.map((_, row) =>
    models.reduce((sum, model) => sum + (model.bias[row] ?? 0) / models.length, 0),
  )
  return { ...first, weights, bias }
}

/** A copy of the items in an order that the generator decides. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
