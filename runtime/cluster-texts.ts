/** A group of texts that say much the same: places in the list that was given, the most typical first. */
export type Cluster = readonly number[]

/** What one text is made of: its words as they are looked up, and its direction in a model of meaning where there is one. */
export interface ClusteredText {
  words: readonly string[]
  vector?: Float32Array | undefined
}

/** Cosine from which a text joins a group: of the words that weigh most, about a third are the same. */
const near = 0.34
/** How much meaning counts beside words, where there is a model. */
const shareOfMeaning = 0.4
/** Rounds in which every text may go over to a group that fits better. */
const rounds = 3

type Weights = Map<string, number>
interface Group {
  words: Weights
  meaning: Float32Array | undefined
}

/**
 * Groups texts by rare words that they share, and by meaning. Each joins the group whose centre is nearest, or begins one of
 * its own; then all look again, now that the centres are known. Largest group first; the same texts give the same groups.
 * Time grows with texts × groups.
 */
export function clusterTexts(texts: readonly ClusteredText[]): Cluster[] {
  const weights = weigh(texts)
  let groups: Group[] = []
  let of: number[] = []
  for (let round = 0; round < rounds; round++) {
    const centres = groups
    const joined = texts.map((text, at) => nearest(centres, weights[at] ?? new Map(), text.vector))
    groups = round === 0 ? [] : centres.map(() => empty())
    of = joined.map((known, at) => {
      const words = weights[at] ?? new Map()
      const { vector } = texts[at] ?? {}
      const place = round === 0 ? nearest(groups, words, vector) : known
      const group = place < 0 ? groups.push(empty()) - 1 : place
      add(groups[group] ?? empty(), words, vector)
      return group
    })
  }
  return groups
    .map((group, number) =>
      of
        .flatMap((each, at) => (each === number ? [at] : []))
        .map((at) => ({ at, likeness: likeness(group, weights[at] ?? new Map(), texts[at]?.vector) }))
        .sort((a, b) => b.likeness - a.likeness || a.at - b.at)
        .map(({ at }) => at),
    )
    .filter((members) => members.length > 0)
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
}

/** Each text's words at length 1, rare words weighing more. */
function weigh(texts: readonly ClusteredText[]): Weights[] {
  const inTexts = new Map<string, number>()
  for (const { words } of texts) for (const word of new Set(words)) inTexts.set(word, (inTexts.get(word) ?? 0) + 1)
  return texts.map(({ words }) => {
    const weights: Weights = new Map()
    for (const word of new Set(words)) weights.set(word, Math.log(1 + texts.length / (inTexts.get(word) ?? 1)))
    const length = Math.hypot(...weights.values()) || 1
    for (const [word, weight] of weights) weights.set(word, weight / length)
    return weights
  })
}

function nearest(groups: readonly Group[], words: Weights, vector: Float32Array | undefined): number {
  let best = -1
  let most = near
  groups.forEach((group, at) => {
    const found = likeness(group, words, vector)
    if (found > most) [best, most] = [at, found]
  })
  return best
}

function likeness({ words: centre, meaning }: Group, words: Weights, vector: Float32Array | undefined): number {
  let shared = 0
  for (const [word, weight] of words) shared += weight * (centre.get(word) ?? 0)
  const byWords = shared / (Math.hypot(...centre.values()) || 1)
  if (!meaning || !vector) return byWords
  let along = 0
  let length = 0
  for (let at = 0; at < vector.length; at++) {
    along += (vector[at] ?? 0) * (meaning[at] ?? 0)
    length += (meaning[at] ?? 0) ** 2
  }
  return (1 - shareOfMeaning) * byWords + (shareOfMeaning * along) / (Math.sqrt(length) || 1)
}

function empty(): Group {
  return { words: new Map(), meaning: undefined }
}

function add(group: Group, words: Weights, vector: Float32Array | undefined): void {
  for (const [word, weight] of words) group.words.set(word, (group.words.get(word) ?? 0) + weight)
  if (!vector) return
  group.meaning ??= new Float32Array(vector.length)
  for (let at = 0; at < vector.length; at++) group.meaning[at] = (group.meaning[at] ?? 0) + (vector[at] ?? 0)
}
