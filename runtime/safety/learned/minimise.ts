/** How many past steps shape the next one. */
const MEMORY = 6

/** A step that was taken, how the slope changed over it, and one over their product. */
interface Step {
  readonly moved: Float64Array
  readonly turned: Float64Array
  readonly inverse: number
}

/**
 * Walks down a smooth convex function from zero by limited-memory BFGS for at most so many rounds.
 * `lossAndSlope` returns the loss at a point and writes the slope there. No chance anywhere: the same function, the same end.
 */
export function minimise(
  size: number,
  lossAndSlope: (at: Float64Array, slope: Float64Array) => number,
  rounds: number,
): Float64Array {
  let at = new Float64Array(size)
  let slope = new Float64Array(size)
  let loss = lossAndSlope(at, slope)
  const steps: Step[] = []
  for (let round = 0; round < rounds; round++) {
    const way = direction(slope, steps)
    const down = dot(way, slope)
    if (down > -1e-9) break
    const next = new Float64Array(size)
    const nextSlope = new Float64Array(size)
    let nextLoss = Number.POSITIVE_INFINITY
    let length = round === 0 ? 1 / Math.max(1, Math.sqrt(-down)) : 1
    for (let tries = 0; tries < 20; tries++) {
      for (let i = 0; i < size; i++) next[i] = (at[i] ?? 0) + length * (way[i] ?? 0)
      nextLoss = lossAndSlope(next, nextSlope)
      if (nextLoss <= loss + 1e-4 * length * down) break
      length /= 3
    }
    if (!(nextLoss < loss)) break
    const moved = difference(next, at)
    const turned = difference(nextSlope, slope)
    const curve = dot(moved, turned)
    if (curve > 1e-12) steps.push({ moved, turned, inverse: 1 / curve })
    if (steps.length > MEMORY) steps.shift()
    ;[at, slope, loss] = [next, nextSlope, nextLoss]
  }
  return at
}

/** The way down that the slope and the last steps suggest. */
function direction(slope: Float64Array, steps: readonly Step[]): Float64Array {
  const way = slope.map((each) => -each)
  const shares: number[] = []
  for (const { moved, turned, inverse } of [...steps].reverse()) {
    const share = inverse * dot(moved, way)
    shares.unshift(share)
    addTo(way, turned, -share)
  }
  const last = steps.at(-1)
  if (last !== undefined) {
    const scale = 1 / (last.inverse * dot(last.turned, last.turned))
    for (let i = 0; i < way.length; i++) way[i] = (way[i] ?? 0) * scale
  }
  steps.forEach(({ moved, turned, inverse }, at) => {
    addTo(way, moved, (shares[at] ?? 0) - inverse * dot(turned, way))
  })
  return way
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((each, i) => each - (b[i] ?? 0))
}

function addTo(to: Float64Array, what: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + times * (what[i] ?? 0)
}
