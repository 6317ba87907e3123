import { minimise } from './minimise.ts'
import type { Example, Regression } from './softmax-regression.ts'

/** The verdicts: emergency, safeguarding, none. */
const CLASSES = 3
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
  size: number,
  { l2, rounds }: { l2: number; rounds: number },
): Regression {
  const table = toTable(examples, size)
  const width = table.places.length
  const found = minimise(CLASSES * (width + 1), (at, slope) => lossOf(examples, table, l2, at, slope), rounds)
  const weights = new Float32Array(CLASSES * size)
  table.places.forEach((place, column) => {
    for (let row = 0; row < CLASSES; row++)
      weights[row * size + place] = (found[column * CLASSES + row] ?? 0) * (table.rarity[column] ?? 0)
  })
  const bias = Array.from({ length: CLASSES }, (_, row) => found[width * CLASSES + row] ?? 0)
  return { classes: CLASSES, size, weights, bias, scales: bias.map(() => 1) }
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

/**
 * The loss at these weights, and its slope written into `slope`; the three weights of one column stand side by side.
 * Written out for three classes: nearly all the time of training is spent in the two inner loops.
 */
function lossOf(
  examples: readonly Example[],
  { starts, columns, values, places }: Table,
  l2: number,
  weights: Float64Array,
  slope: Float64Array,
): number {
  const bias = places.length * CLASSES
  let loss = 0
  for (let i = 0; i < bias; i++) {
    const weight = weights[i] ?? 0
    loss += 0.5 * l2 * weight * weight
    slope[i] = l2 * weight
  }
  slope.fill(0, bias)
  const errors = new Float64Array(CLASSES)
  for (let at = 0; at < examples.length; at++) {
    const { label, weight } = examples[at] ?? { label: 0, weight: 0 }
    let [one, two, three] = [weights[bias] ?? 0, weights[bias + 1] ?? 0, weights[bias + 2] ?? 0]
    const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? 0]
    for (let i = from; i < to; i++) {
      const column = (columns[i] ?? 0) * CLASSES
      const value = values[i] ?? 0
      one += (weights[column] ?? 0) * value
      two += (weights[column + 1] ?? 0) * value
      three += (weights[column + 2] ?? 0) * value
    }
    errors[0] = one
    errors[1] = two
    errors[2] = three
    loss += weight * toErrors(errors, label, weight)
    ;[one = 0, two = 0, three = 0] = errors
    for (let i = from; i < to; i++) {
      const column = (columns[i] ?? 0) * CLASSES
      const value = values[i] ?? 0
      slope[column] = (slope[column] ?? 0) + one * value
      slope[column + 1] = (slope[column + 1] ?? 0) + two * value
      slope[column + 2] = (slope[column + 2] ?? 0) + three * value
    }
    slope[bias] = (slope[bias] ?? 0) + one
    slope[bias + 1] = (slope[bias + 1] ?? 0) + two
    slope[bias + 2] = (slope[bias + 2] ?? 0) + three
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
