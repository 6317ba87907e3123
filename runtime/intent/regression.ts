/** A message as numbers: which features, and how much of each. */
export interface Sparse {
  at: Int32Array
  value: Float32Array
}

export interface Example {
  input: Sparse
  label: number
  weight: number
}

export interface TrainingPlan {
  /** How often every example is looked at. */
  rounds: number
  rate: number
  /** How strongly weights are pulled towards nothing. */
  decay: number
}

/** Softmax regression over sparse inputs. */
export interface Regression {
  labels: number
  weights: Float32Array
  bias: Float32Array
}

/**
 * Trains by stochastic descent with a rate for each feature (AdaGrad). It is a generator: between two `yield`s lie a few
 * milliseconds of work, so that a server can go on answering. The same examples always give the same weights.
 */
export function* trainRegression(
  examples: readonly Example[],
  features: number,
  labels: number,
  plan: TrainingPlan,
): Generator<void, Regression> {
  const weights = new Float32Array(features * labels)
  const speeds = new Float32Array(features).fill(1e-8)
  const bias = new Float32Array(labels)
  const scores = new Float64Array(labels)
  const order = Int32Array.from(examples.keys())
  let seed = 20_261_128
  for (let round = 0; round < plan.rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
      const other = seed % (at + 1)
      const kept = order[at] ?? 0
      order[at] = order[other] ?? 0
      order[other] = kept
    }
    const rate = plan.rate * (1 - round / plan.rounds)
    for (let n = 0; n < order.length; n++) {
      const example = examples[order[n] ?? 0]
      if (example) learn(example, rate)
      if (n % 64 === 63) yield
    }
  }
  return { labels, weights, bias }

  function learn({ input, label, weight }: Example, rate: number): void {
    const { at, value } = input
    scores.set(bias)
    for (let f = 0; f < at.length; f++) {
      const row = (at[f] ?? 0) * labels
      const x = value[f] ?? 0
      for (let c = 0; c < labels; c++) scores[c] = (scores[c] ?? 0) + x * (weights[row + c] ?? 0)
    }
    toShares(scores)
    // From here on `scores` holds what was expected too much.
    scores[label] = (scores[label] ?? 0) - 1
    for (let c = 0; c < labels; c++) {
      scores[c] = (scores[c] ?? 0) * weight
      bias[c] = (bias[c] ?? 0) - rate * 0.1 * (scores[c] ?? 0)
    }
    for (let f = 0; f < at.length; f++) {
      const feature = at[f] ?? 0
      const x = value[f] ?? 0
      speeds[feature] = (speeds[feature] ?? 0) + x * x * weight
      const step = (rate * x) / Math.sqrt(speeds[feature] ?? 1)
      const keep = 1 - rate * plan.decay * Math.abs(x)
      const row = feature * labels
      for (let c = 0; c < labels; c++) weights[row + c] = (weights[row + c] ?? 0) * keep - step * (scores[c] ?? 0)
    }
  }
}

/** Scores of every label, before they are shared out. */
export function score({ labels, weights, bias }: Regression, { at, value }: Sparse): Float64Array {
  const scores = Float64Array.from(bias)
  for (let f = 0; f < at.length; f++) {
    const row = (at[f] ?? 0) * labels
    const x = value[f] ?? 0
    for (let c = 0; c < labels; c++) scores[c] = (scores[c] ?? 0) + x * (weights[row + c] ?? 0)
  }
  return scores
}

/** Turns scores into shares of one, in place. */
export function toShares(scores: Float64Array): Float64Array {
  let most = Number.NEGATIVE_INFINITY
  for (const each of scores) if (each > most) most = each
  let sum = 0
  for (let c = 0; c < scores.length; c++) {
    const share = Math.exp((scores[c] ?? 0) - most)
    scores[c] = share
    sum += share
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / sum
  return scores
}
