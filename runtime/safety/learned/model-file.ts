import { z } from 'zod'
import { FEATURE_BITS } from './feature-hash.ts'
import { SequenceFile } from './sequence-file.ts'
import type { Regression } from './softmax-regression.ts'

const Rows = z.object({
  bits: z.number().int().min(1).max(FEATURE_BITS),
  scales: z.array(z.number()),
  bias: z.array(z.number()),
  /** The places that have a weight, in rising order: steps from one to the next, seven bits to a byte, in base64. */
  places: z.string(),
  /** One signed byte for each of these places, row after row, in base64: its square, with its sign, times the row's scale. */
  weights: z.string(),
})

/** A model has many weights that say next to nothing: only so many places are kept, the weightiest. */
const MOST_PLACES = 200_000

/** The learned layer as a file: small whole numbers, so that less than three megabytes hold it. */
export const ModelFile = z.object({
  format: z.literal(3),
  /** How many labelled messages it was trained on. */
  messages: z.number().int(),
  verdict: Rows,
  kind: Rows,
  /** The dangers that `kind` tells apart, in the order of its rows. */
  kinds: z.array(z.string()),
  thresholds: z.object({ alert: z.number(), emergency: z.number() }),
  /** Word rules that were right nearly always: these raise by themselves, the others are left to this model. */
  sureRules: z.array(z.string()),
  sequence: SequenceFile,
})
export type ModelFile = z.infer<typeof ModelFile>

/** The same model with its last class as the zero that the others are measured from: a row less to keep. */
export function againstLast(model: Regression): Regression {
  const { classes, size, weights, bias } = model
  const last = classes - 1
  const fewer = new Float32Array(last * size)
  for (let row = 0; row < last; row++) {
    for (let at = 0; at < size; at++)
      fewer[row * size + at] = (weights[row * size + at] ?? 0) - (weights[last * size + at] ?? 0)
  }
  const zero = bias[last] ?? 0
  return {
    classes: last,
    size,
    weights: fewer,
    scales: model.scales.slice(0, last),
    bias: bias.slice(0, last).map((each) => each - zero),
  }
}

/** Rounds a trained model to signed bytes, each row by its own scale, and leaves out the places that say least. */
export function toRows(model: Regression): z.infer<typeof Rows> {
  const { size, weights, bias } = model
  const places = weightiest(model)
  const bytes = new Int8Array(places.length * bias.length)
  const scales = bias.map((_, row) => {
    const most = places.reduce((best, place) => Math.max(best, Math.abs(weights[row * size + place] ?? 0)), 1e-9)
    places.forEach((place, at) => {
      const weight = weights[row * size + place] ?? 0
      bytes[row * places.length + at] = Math.round(127 * Math.sign(weight) * Math.sqrt(Math.abs(weight) / most))
    })
    return most / 127 ** 2
  })
  return {
    bits: Math.log2(size),
    scales,
    bias: [...bias],
    places: Buffer.from(toSteps(places)).toString('base64'),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  }
}

/** The model behind rows of bytes; throws when there are fewer bytes than it needs. */
export function toRegression(rows: z.infer<typeof Rows>): Regression {
  const size = 1 << rows.bits
  const places = fromSteps(Buffer.from(rows.places, 'base64'))
  const bytes = new Int8Array(Buffer.from(rows.weights, 'base64'))
  if (places.length === 0 || bytes.length !== places.length * rows.bias.length || (places.at(-1) ?? 0) >= size)
    throw new Error('The weights of the learned layer are incomplete')
  const weights = new Int16Array(size * rows.bias.length)
  rows.bias.forEach((_, row) => {
    places.forEach((place, at) => {
      const byte = bytes[row * places.length + at] ?? 0
      weights[row * size + place] = byte * Math.abs(byte)
    })
  })
  return { classes: rows.bias.length, size, weights, scales: rows.scales, bias: rows.bias }
}

/** The places with the greatest weights, in rising order. */
function weightiest({ size, weights, bias }: Regression): number[] {
  const greatest = new Float32Array(size)
  for (let at = 0; at < weights.length; at++)
    greatest[at % size] = Math.max(greatest[at % size] ?? 0, Math.abs(weights[at] ?? 0))
  const least = Float32Array.from(greatest).sort()[Math.max(0, size - MOST_PLACES)] ?? 0
  const places: number[] = []
  for (let place = 0; place < size; place++) {
    const weight = greatest[place] ?? 0
    if (weight > 0 && weight >= least) places.push(place)
  }
  return bias.length === 0 ? [] : places
}

function toSteps(places: readonly number[]): number[] {
  const bytes: number[] = []
  let last = -1
  for (const place of places) {
    let step = place - last
    for (; step > 127; step >>= 7) bytes.push((step & 127) | 128)
    bytes.push(step)
    last = place
  }
  return bytes
}

function fromSteps(bytes: Uint8Array): number[] {
  const places: number[] = []
  let [last, step, shift] = [-1, 0, 0]
  for (const byte of bytes) {
    step |= (byte & 127) << shift
    shift += 7
    if (byte > 127) continue
    last += step
    places.push(last)
    step = 0
    shift = 0
  }
  return places
}
