const [FIRST, SECOND] = [0.9, 0.999]

/**
 * Adam over rows of weights, in place. A row that had no slope in a batch is left alone: most words are in few
 * batches, and their weights must not drift while nothing is learned about them.
 */
export class AdamRows {
  readonly #weights: Float32Array
  readonly #width: number
  readonly #decay: number
  readonly #mean: Float32Array
  readonly #spread: Float32Array
  #steps = 1

  constructor(weights: Float32Array, width: number, decay: number) {
    this.#weights = weights
    this.#width = width
    this.#decay = decay
    this.#mean = new Float32Array(weights.length)
    this.#spread = new Float32Array(weights.length)
  }

  /** One step down for one row; the slope stands in `slope` from `from` on. */
  take(row: number, slope: Float32Array, from: number, rate: number): void {
    const [weights, mean, spread] = [this.#weights, this.#mean, this.#spread]
    const [meanPart, spreadPart] = [1 - FIRST ** this.#steps, 1 - SECOND ** this.#steps]
    const start = row * this.#width
    for (let i = 0; i < this.#width; i++) {
      const at = start + i
      const each = slope[from + i] ?? 0
      const m = FIRST * (mean[at] ?? 0) + (1 - FIRST) * each
      const v = SECOND * (spread[at] ?? 0) + (1 - SECOND) * each * each
      mean[at] = m
      spread[at] = v
      const old = weights[at] ?? 0
      weights[at] = old - rate * (m / meanPart / (Math.sqrt(v / spreadPart) + 1e-8) + this.#decay * old)
    }
  }

  /** One step for every row. */
  takeAll(slope: Float32Array, rate: number): void {
    for (let row = 0; row * this.#width < slope.length; row++) this.take(row, slope, row * this.#width, rate)
    this.next()
  }

  /** Ends a step. */
  next(): void {
    this.#steps++
  }
}
