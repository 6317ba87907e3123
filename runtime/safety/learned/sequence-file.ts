import { z } from 'zod'
import { fromBase64, toBase64 } from './base64.ts'
import { hashOf } from './hash-of.ts'
import { TABLE_ROWS } from './sequence-input.ts'
import { type Odds, pooledSize, type SequenceWeights, WINDOW } from './sequence-model.ts'

/** The sequence model as text: the table as signed bytes, the few other weights as they are. */
export const SequenceFile = z.object({
  shape: z.object({ vector: z.number().int(), patterns: z.number().int(), hidden: z.number().int() }),
  outputs: z.number().int(),
  /** One signed byte for each number of the table, in base64: its square, with its sign, times the scale. */
  table: z.string(),
  scale: z.number(),
  /** Patterns, hidden and out, each with its bias after it: four bytes a number, in base64. */
  dense: z.string(),
  unseen: z.object({
    /** Which labelled messages: the hash of id and text, four bytes each, in base64. */
    ids: z.string(),
    /** What a model that saw neither the message nor its situation said of it: log odds against none, a byte is 1/12. */
    odds: z.string(),
  }),
})
export type SequenceFile = z.infer<typeof SequenceFile>

const STEP = 12

export function toSequenceFile(
  weights: SequenceWeights,
  unseen: readonly { id: string; text: string; odds: Odds }[],
): SequenceFile {
  const { shape, table, outBias } = weights
  const most = table.reduce((best, each) => Math.max(best, Math.abs(each)), 1e-9)
  const dense = denseOf(weights)
  return {
    shape,
    outputs: outBias.length,
    table: toBase64(
      Int8Array.from(table, (each) => Math.round(127 * Math.sign(each) * Math.sqrt(Math.abs(each) / most))),
    ),
    scale: most / 127 ** 2,
    dense: toBase64(Float32Array.from(dense.flatMap((part) => [...part]))),
    unseen: {
      ids: toBase64(Uint32Array.from(unseen, keyOf)),
      odds: toBase64(Int8Array.from(unseen.flatMap(({ odds }) => odds.map(toByte)))),
    },
  }
}

/** The weights behind a file; throws when it holds fewer than its shape needs. */
export function toSequenceWeights({ shape, outputs, table, scale, dense }: SequenceFile): SequenceWeights {
  const bytes = new Int8Array(fromBase64(table))
  const numbers = new Float32Array(fromBase64(dense))
  const weights: SequenceWeights = {
    shape,
    table: Float32Array.from(bytes, (byte) => byte * Math.abs(byte) * scale),
    patterns: new Float32Array(WINDOW * shape.patterns * shape.vector),
    patternBias: new Float32Array(shape.patterns),
    hidden: new Float32Array(shape.hidden * pooledSize(shape)),
    hiddenBias: new Float32Array(shape.hidden),
    out: new Float32Array(outputs * shape.hidden),
    outBias: new Float32Array(outputs),
  }
  let from = 0
  for (const part of denseOf(weights)) {
    part.set(numbers.subarray(from, from + part.length))
    from += part.length
  }
  if (from !== numbers.length || bytes.length !== TABLE_ROWS * shape.vector)
    throw new Error('The weights of the sequence model are incomplete')
  return weights
}

/** What was said of labelled messages by models that had not seen them, by the message. */
export function readUnseen({ unseen }: SequenceFile): (message: { id: string; text: string }) => Odds | undefined {
  const ids = new Uint32Array(fromBase64(unseen.ids))
  const odds = new Int8Array(fromBase64(unseen.odds))
  const placeOf = new Map(Array.from(ids, (id, at): [number, number] => [id, at]))
  return (message) => {
    const at = placeOf.get(keyOf(message))
    return at === undefined ? undefined : [(odds[2 * at] ?? 0) / STEP, (odds[2 * at + 1] ?? 0) / STEP]
  }
}

const keyOf = ({ id, text }: { id: string; text: string }): number => hashOf(`${id} ${text}`)
const toByte = (odds: number): number => Math.max(-127, Math.min(127, Math.round(odds * STEP)))

function denseOf({ patterns, patternBias, hidden, hiddenBias, out, outBias }: SequenceWeights): Float32Array[] {
  return [patterns, patternBias, hidden, hiddenBias, out, outBias]
}
