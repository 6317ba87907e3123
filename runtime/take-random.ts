import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(8_192)
let taken = pool.length

/**
 * `length` random bytes of the system's generator, at most 8,192. They are fetched many at a time, because each fetch
 * costs more than the bytes do; what was given is wiped from the pool and never given again.
 */
export function takeRandom(length: number): Buffer {
  if (taken + length > pool.length) {
    randomFillSync(pool)
    taken = 0
  }
  const bytes = Buffer.from(pool.subarray(taken, taken + length))
  pool.fill(0, taken, taken + length)
  taken += length
  return bytes
}
