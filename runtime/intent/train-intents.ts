import { buildLexicon, readInput } from './lexicon.ts'
import { policingTopics, strayMessages, topicOf } from './policing.ts'
import { readFeatures } from './read-features.ts'
import { type Example, score, toShares, trainRegression } from './regression.ts'
import type { Embed } from './static-embedding.ts'
import { plain, toWords } from './words.ts'

export interface IntentExample {
  text: string
  /** Id of the intent; `other` where it is none of them. */
  intent: string
}

/** How likely each intent is, best first; `other` is how likely it is none of them. They sum to one. */
export interface Ranking {
  best: { id: string; share: number }[]
  other: number
}
export type IntentModel = (text: string) => Ranking

export const other = 'other'

/** Rounds over the examples: more change nothing that cross-validation could see. */
const lexical = { rounds: 10, rate: 0.5, decay: 1e-3 }
const meaning = { rounds: 30, rate: 0.5, decay: 1e-4 }
/** What somebody wrote for this flow counts more than what Signpost brings along. */
const ownWeight = 1.5
/** With few examples of each intent meaning counts more than words; with many, words count more. */
const few = 30
/** Scores are stretched by this much, so that of the messages judged with 70 % about 70 % are right. */
const temperature = 0.8

/**
 * Learns to tell intents apart: a lexical layer (softmax regression over words, neighbours, letters and concepts) and,
 * with a model at hand, a layer of meaning; their judgements are added. Intents of policing that go by a known id bring
 * their built-in messages along; messages for somebody else teach what is none of them.
 *
 * A generator, so that a server can go on answering between its steps; the same examples always give the same model.
 */
export function* trainIntents(own: readonly IntentExample[], embed?: Embed): Generator<void, IntentModel> {
  const examples = [...own.map((example) => ({ ...example, weight: ownWeight })), ...background(own)]
  const labels = [...new Set(examples.map(({ intent }) => intent))].sort()
  const sizes = new Map<string, number>()
  for (const { intent } of examples) sizes.set(intent, (sizes.get(intent) ?? 0) + 1)
  const usual = examples.length / labels.length
  const features = []
  for (const { text } of examples) {
    features.push(readFeatures(text))
    if (features.length % 50 === 0) yield
  }
  const lexicon = buildLexicon(features)
  yield
  const toExample = (input: Example['input'], n: number): Example => {
    const { intent, weight } = examples[n] ?? { intent: other, weight: 0 }
    return { input, label: labels.indexOf(intent), weight: (weight * usual) / (sizes.get(intent) ?? 1) }
  }
  const words = yield* trainRegression(
    features.map((groups, n) => toExample(lexicon.toInput(groups), n)),
    lexicon.size,
    labels.length,
    lexical,
  )
  const sense =
    embed &&
    (yield* trainMeaning(
      examples.map(({ text }) => text),
      embed,
      labels.length,
      toExample,
    ))
  const sharing = usual < few ? 1.6 : 0.4
  return (text) => {
    const scores = toShares(score(words, readInput(lexicon, text))).map((share) => Math.log(share + 1e-9))
    if (sense) {
      const meant = toShares(sense(text))
      for (let n = 0; n < scores.length; n++) scores[n] = (scores[n] ?? 0) + sharing * Math.log((meant[n] ?? 0) + 1e-9)
    }
    const shares = toShares(scores.map((each) => each / temperature))
    const ranked = labels.map((id, n) => ({ id, share: shares[n] ?? 0 })).sort((a, b) => b.share - a.share)
    return { best: ranked.filter(({ id }) => id !== other), other: ranked.find(({ id }) => id === other)?.share ?? 0 }
  }
}

/** The layer of meaning: regression over embeddings, each dimension brought to the same spread first. */
function* trainMeaning(
  texts: readonly string[],
  embed: Embed,
  labels: number,
  toExample: (input: Example['input'], n: number) => Example,
): Generator<void, (text: string) => Float64Array> {
  const vectors: Float32Array[] = []
  for (const text of texts) {
    vectors.push(embed(text))
    if (vectors.length % 50 === 0) yield
  }
  const size = vectors[0]?.length ?? 0
  const middle = new Float32Array(size)
  const spread = new Float32Array(size)
  for (const vector of vectors)
    for (let d = 0; d < size; d++) middle[d] = (middle[d] ?? 0) + (vector[d] ?? 0) / vectors.length
  for (const vector of vectors)
    for (let d = 0; d < size; d++)
      spread[d] = (spread[d] ?? 0) + ((vector[d] ?? 0) - (middle[d] ?? 0)) ** 2 / vectors.length
  const at = Int32Array.from({ length: size }, (_, d) => d)
  const toInput = (vector: Float32Array) => ({
    at,
    value: vector.map((x, d) => (x - (middle[d] ?? 0)) / Math.sqrt((spread[d] || 1) * size)),
  })
  const examples = vectors.map((vector, n) => toExample(toInput(vector), n))
  const trained = yield* trainRegression(examples, size, labels, meaning)
  return (text) => score(trained, toInput(embed(text)))
}

/** What Signpost knows without being told: messages of the topics that the intents stand for, and of none of them. */
function background(own: readonly IntentExample[]): (IntentExample & { weight: number })[] {
  const intents = [...new Set(own.map(({ intent }) => intent))].filter((id) => id !== other)
  const names = intents
    .filter((id) => !topicOf(id))
    .map((intent) => ({ text: intent.replace(/[_-]+/g, ' '), intent, weight: 1 }))
  const known = intents.filter((id) => topicOf(id))
  const taught = known.flatMap((intent) => (topicOf(intent) ?? []).map((text) => ({ text, intent, weight: 1 })))
  // Topics that the flow does not have are none of its intents, but only where every intent of the flow is understood.
  const rest =
    known.length === intents.length
      ? [...policingTopics].flatMap(([topic, texts]) =>
          known.some((id) => topicOf(id) === texts) ? [] : texts.filter((_, n) => topic !== other && n % 4 === 0),
        )
      : []
  const strange = own
    .filter(({ intent }) => intent !== other && !topicOf(intent))
    .map(({ text }) => new Set(toWords(plain(text))))
  const stray = [...strayMessages, ...rest].filter((text) => !strange.some((words) => isLike(text, words)))
  return [...names, ...taught, ...stray.map((text) => ({ text, intent: other, weight: 1 }))]
}

/** Whether half of a message's words stand in an example: what the flow's own intents speak of is not "none of these". */
function isLike(text: string, example: ReadonlySet<string>): boolean {
  const words = toWords(plain(text))
  return words.filter((word) => example.has(word)).length * 2 >= words.length
}
