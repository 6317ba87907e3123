/** How many places the row of weights of a class has; a feature is a place in this row. */
export const FEATURE_BITS = 20

/** Features of one message: hashed place to strength. */
export interface Features {
  readonly at: Int32Array
  readonly value: Float32Array
}

/** Takes a feature by its hash, at a strength. */
export type Add = (hash: number, value: number) => void

/** 32-bit FNV-1a over the UTF-16 units, seeded by kind, so that a word and a pair of words never mean the same by name. */
export function hash(seed: number, text: string, from = 0, to = text.length): number {
  let h = seed
  for (let at = from; at < to; at++) h = Math.imul(h ^ text.charCodeAt(at), 16777619)
  return h
}

/** The hash of two things in this order. */
export const mix = (a: number, b: number): number => Math.imul((a ^ (b >>> 15)) + Math.imul(b, 0x9e3779b1), 0x85ebca6b)

const MASK = (1 << FEATURE_BITS) - 1
const place = (h: number): number => (h ^ (h >>> 13) ^ (h >>> 21)) & MASK

/** Each feature once, at its greatest strength, in the order of their coming; `power` thins out those of long messages. */
export function collect(fill: (add: Add) => void, power: number): Features {
  const touched: number[] = []
  try {
    fill((h, value) => {
      const at = place(h)
      const known = strengths[at] ?? 0
      if (value <= known) return
      if (known === 0) touched.push(at)
      strengths[at] = value
    })
    const scale = 1 / Math.max(1, touched.length) ** power
    const value = new Float32Array(touched.length)
    for (let i = 0; i < touched.length; i++) value[i] = (strengths[touched[i] ?? 0] ?? 0) * scale
    return { at: new Int32Array(touched), value }
  } finally {
    for (let i = 0; i < touched.length; i++) strengths[touched[i] ?? 0] = 0
  }
}

/** All zero between messages: one row for the whole process is much faster than a map for each message. */
const strengths = new Float32Array(1 << FEATURE_BITS)
