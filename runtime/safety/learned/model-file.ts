import { z } from 'zod'
import { FEATURE_BITS } from './message-features.ts'
import type { Regression } from './softmax-regression.ts'

const Rows = z.object({
  bits: z.number().int().min(1).max(FEATURE_BITS),
  scales: z.array(z.number()),
  bias: z.array(z.number()),
  /** One signed byte for each weight, row after row, in base64. */
  weights: z.string(),
})

/** The learned layer as a file: small whole numbers, so that a few hundred kilobytes hold it. */
export const ModelFile = z.object({
  format: z.literal(1),
  /** How many labelled messages it was trained on. */
  messages: z.number().int(),
  verdict: Rows,
  kind: Rows,
  /** The dangers that `kind` tells apart, in the order of its rows. */
  kinds: z.array(z.string()),
  thresholds: z.object({ alert: z.number(), emergency: z.number() }),
  /** Word rules that were right nearly always: these raise by themselves, the others are left to this model. */
  sureRules: z.array(z.string()),
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

/** Rounds a trained model to signed bytes, each row by its own scale. */
export function toRows(model: Regression): z.infer<typeof Rows> {
  const bytes = new Int8Array(model.weights.length)
  const scales = model.bias.map((_, row) => {
    let most = 1e-9
    for (let at = row * model.size; at < (row + 1) * model.size; at++)
      most = Math.max(most, Math.abs(model.weights[at] ?? 0))
    for (let at = row * model.size; at < (row + 1) * model.size; at++)
      bytes[at] = Math.round(((model.weights[at] ?? 0) / most) * 127)
    return most / 127
  })
  return {
    bits: Math.log2(model.size),
    scales,
    bias: [...model.bias],
    weights: Buffer.from(bytes.buffer).toString('base64'),
  }
}

/** The model behind rows of bytes; throws when there are fewer bytes than it needs. */
export function toRegression(rows: z.infer<typeof Rows>): Regression {
  const bytes = Buffer.from(rows.weights, 'base64')
  const size = 1 << rows.bits
  if (bytes.length !== size * rows.bias.length) throw new Error('The weights of the learned layer are incomplete')
  return { classes: rows.bias.length, size, weights: new Int8Array(bytes), scales: rows.scales, bias: rows.bias }
}
