import { minimise } from './minimise.ts'
import type { Example, Regression } from './softmax-regression.ts'

/** In how many examples a feature must stand before it is learned from. */
const LEAST = 3

/** The examples as one sparse table: the places that enough of them share, the most frequent first. */
interface Table {
  readonly places: readonly number[]
  readonly starts: Int32Array
  readonly columns: Int32Array
  readonly values: Float32Array
  /** How much a place's weight may say: the rarer it is, the more; learned weights are multiplied with it. */
  readonly rarity: Float32Array
}

/** How strongly rare features are trusted over frequent ones; chosen by cross-validation. */
const RARITY_POWER = 1.5

/**
 * Softmax regression at its optimum: log loss with L2, minimised without any chance in it, so the same examples in the
 * same order give the same weights. Rare features count for more than frequent ones, which say little about danger.
 */
export function fitConvex(
  examples: readonly Example[],
  classes: number,
  size: number,
  { l2, rounds }: { l2: number; rounds: number },
): Regression {
  const table = toTable(examples, size)
  const width = table.places.length
  const found = minimise(classes * (width + 1), (at, slope) => lossOf(examples, table, classes, l2, at, slope), rounds)
  const weights = new Float32Array(classes * size)
  table.places.forEach((place, column) => {
    for (let row = 0; row < classes; row++)
      weights[row * size + place] = (found[column * classes + row] ?? 0) * (table.rarity[column] ?? 0)
  })
  const bias = Array.from({ length: classes }, (_, row) => found[width * classes + row] ?? 0)
  return { classes, size, weights, bias, scales: bias.map(() => 1) }
}

function toTable(examples: readonly Example[], size: number): Table {
  const counts = new Int32Array(size)
  let total = 0
  for (const { features } of examples) {
    for (let i = 0; i < features.at.length; i++) {
      const place = (features.at[i] ?? 0) & (size - 1)
      counts[place] = (counts[place] ?? 0) + 1
    }
    total += features.at.length
  }
  const places: number[] = []
  for (let place = 0; place < size; place++) if ((counts[place] ?? 0) >= LEAST) places.push(place)
  places.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b)
  const columnOf = new Int32Array(size).fill(-1)
  places.forEach((place, column) => {
    columnOf[place] = column
  })
  const rarity = Float32Array.from(
    places,
    (place) => (Math.log(examples.length / (1 + (counts[place] ?? 0))) / 4) ** RARITY_POWER || 0,
  )
  const starts = new Int32Array(examples.length + 1)
  const columns = new Int32Array(total)
  const values = new Float32Array(total)
  let end = 0
  examples.forEach(({ features }, at) => {
    for (let i = 0; i < features.at.length; i++) {
      const column = columnOf[(features.at[i] ?? 0) & (size - 1)] ?? -1
      if (column < 0) continue
      columns[end] = column
      values[end] = (features.value[i] ?? 0) * (rarity[column] ?? 0)
      end++
    }
    starts[at + 1] = end
  })
  return { places, starts, columns, values, rarity }
}

/** The loss at these weights, and its slope written into `slope`; weights of one column stand side by side. */
function lossOf(
  examples: readonly Example[],
  { starts, columns, values, places }: Table,
  classes: number,
  l2: number,
  weights: Float64Array,
  slope: Float64Array,
): number {
  const bias = places.length * classes
  let loss = 0
  for (let i = 0; i < bias; i++) {
    const weight = weights[i] ?? 0
    loss += 0.5 * l2 * weight * weight
    slope[i] = l2 * weight
  }
  slope.fill(0, bias)
  const sums = new Float64Array(classes)
  for (let at = 0; at < examples.length; at++) {
    const { label, weight } = examples[at] ?? { label: 0, weight: 0 }
    for (let row = 0; row < classes; row++) sums[row] = weights[bias + row] ?? 0
    const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? 0]
    for (let i = from; i < to; i++) {
      const column = (columns[i] ?? 0) * classes
      const value = values[i] ?? 0
      for (let row = 0; row < classes; row++) sums[row] = (sums[row] ?? 0) + (weights[column + row] ?? 0) * value
    }
    loss += weight * toErrors(sums, label, weight)
    for (let i = from; i < to; i++) {
      const column = (columns[i] ?? 0) * classes
      const value = values[i] ?? 0
      for (let row = 0; row < classes; row++)
        slope[column + row] = (slope[column + row] ?? 0) + (sums[row] ?? 0) * value
    }
    for (let row = 0; row < classes; row++) slope[bias + row] = (slope[bias + row] ?? 0) + (sums[row] ?? 0)
  }
  return loss
}

/** Turns the sums of the classes into weighted errors, in place; the log loss of the label is what it returns. */
function toErrors(sums: Float64Array, label: number, weight: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (const sum of sums) most = Math.max(most, sum)
  const own = (sums[label] ?? 0) - most
  let total = 0
  for (let row = 0; row < sums.length; row++) {
    const part = Math.exp((sums[row] ?? 0) - most)
    sums[row] = part
    total += part
  }
  for (let row = 0; row < sums.length; row++) sums[row] = ((sums[row] ?? 0) / total - (row === label ? 1 : 0)) * weight
  return Math.log(total) - own
}
