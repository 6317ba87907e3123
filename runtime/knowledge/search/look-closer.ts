import { dot, type Embedder } from '../meaning/embedder.ts'
import { asHeading, toPlainWords } from './as-heading.ts'
import type { Candidate, Candidates } from './find-candidates.ts'
import { createLikeness } from './likeness.ts'
import type { PassageIndex } from './passage-index.ts'
import type { Question } from './to-question.ts'

/** What is known of a candidate, each between 0 and about 1 (`sentenceMeaning`: standard deviations), in the order of the weights. */
export const featureNames = [
  'words',
  'document',
  'neighbour',
  'title',
  'together',
  'sentence',
  'covered',
  'time',
  'number',
  'sentenceMeaning',
  'alike',
  'sentenceAlike',
  'asHeading',
] as const
export type FeatureName = (typeof featureNames)[number]
export type Features = Record<FeatureName, number>

export interface Examined extends Candidate {
  features: Features
  /** Cosine of its best sentence, and which one that is; by words without a model. */
  sentenceCosine: number
  bestSentence: number
  /** How much of the question one sentence says, together with what it stands under: 0 to 1. */
  inOneSentence: number
  /** For each term of the question: how much of its meaning stands here, 0 to 1; 1 when the word itself does. */
  found: Float32Array
}

/** How far apart two words of the question may stand to count as together. */
const reach = 6

/** Looks at every word of each candidate. */
export function lookCloser(
  question: Question,
  { found: candidates, vector }: Candidates,
  index: PassageIndex,
  embedder: Embedder | undefined,
): Examined[] {
  const { terms } = question
  const idf = terms.map(({ forms, weight }) => weight * index.words.idfOf(forms))
  const whole = idf.reduce((sum, value) => sum + value, 0) || 1
  const likeness = createLikeness(terms, index, embedder)
  const count = terms.length
  const here = new Float32Array(count)
  const alike = new Float32Array(count)
  const named = new Float32Array(count)
  const headed = new Float32Array(count)
  const last = new Int32Array(count)
  const gaps = new Int32Array(count)
  const asked = toPlainWords(question.turns[0]?.text ?? '')
  const examined = candidates.map((candidate): Examined => {
    const { words, ends, above } = index.words.wordsOf(candidate.ordinal)
    const best = new Float32Array(count)
    named.fill(0)
    last.fill(-1)
    gaps.fill(reach + 1)
    for (const term of above) {
      const place = likeness.placeOf(term)
      raise(named, likeness.word(), place)
      raise(best, likeness.meaning(), place, 0.9)
    }
    const title = weigh(named, idf)
    headed.set(named)
    let sentence = 0
    let sentenceAlike = 0
    let inOneSentence = 0
    let bestSentence = 0
    let bestOfSentences = -1
    let sentenceCosine = 0
    let from = 0
    ends.forEach((end, number) => {
      here.fill(0)
      alike.fill(0)
      for (let position = from; position < end; position++) {
        const place = likeness.placeOf(words[position] ?? 0)
        raise(here, likeness.word(), place)
        raise(alike, likeness.meaning(), place)
        note(likeness.word(), place, position)
      }
      const dense = weigh(here, idf) / Math.sqrt(4 + end - from)
      sentence = Math.max(sentence, dense)
      sentenceAlike = Math.max(sentenceAlike, weigh(alike, idf))
      raise(named, here, 0)
      raise(here, headed, 0)
      inOneSentence = Math.max(inOneSentence, weigh(here, idf))
      raise(best, alike, 0)
      const own = candidate.held.vectors?.sentences[number]
      const cosine = vector && own ? dot(vector, own) : 0
      sentenceCosine = Math.max(sentenceCosine, cosine)
      const score = cosine + dense / whole
      if (score > bestOfSentences) {
        bestOfSentences = score
        bestSentence = number
      }
      from = end
    })
    let together = 0
    for (let at = 1; at < count; at++) {
      const gap = gaps[at] ?? reach
      const weight = Math.min(terms[at]?.weight ?? 0, terms[at - 1]?.weight ?? 0)
      if (gap <= reach) together += (weight * ((idf[at] ?? 0) + (idf[at - 1] ?? 0))) / gap
    }
    return {
      ...candidate,
      bestSentence,
      inOneSentence: inOneSentence / whole,
      sentenceCosine,
      found: best,
      features: {
        words: candidate.words,
        document: candidate.document,
        neighbour: candidate.neighbour,
        title: title / whole,
        together,
        sentence,
        covered: weigh(named, idf) / whole,
        time: question.asksWhen && candidate.held.namesTime ? 1 : 0,
        number: question.asksHowMany && candidate.held.namesNumber ? 1 : 0,
        sentenceMeaning: 0,
        alike: weigh(best, idf) / whole,
        sentenceAlike: sentenceAlike / whole,
        asHeading: asHeading(asked, candidate.held.headings),
      },
    }
  })
  return scale(examined)

  /** Keeps how near a word of the question stands to the one before or after it in the question. */
  function note(table: Float32Array, place: number, position: number): void {
    for (let at = 0; at < count; at++) {
      if ((table[place + at] ?? 0) < 1) continue
      last[at] = position
      const before = at > 0 ? (last[at - 1] ?? -1) : -1
      if (before >= 0) gaps[at] = Math.min(gaps[at] ?? reach, Math.max(1, position - before))
      const after = at + 1 < count ? (last[at + 1] ?? -1) : -1
      if (after >= 0) gaps[at + 1] = Math.min(gaps[at + 1] ?? reach, Math.max(1, position - after))
    }
  }
}

/** Takes over from `table` what is larger there. */
function raise(values: Float32Array, table: Float32Array, place: number, factor = 1): void {
  for (let at = 0; at < values.length; at++) {
    const value = factor * (table[place + at] ?? 0)
    if (value > (values[at] ?? 0)) values[at] = value
  }
}

function weigh(values: Float32Array, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0)
}

/** Counts become shares of the best candidate's, cosines standard deviations: so neither question nor model sets the scale. */
function scale(examined: Examined[]): Examined[] {
  for (const name of ['words', 'neighbour', 'document', 'together', 'sentence'] as const) {
    const most = Math.max(0, ...examined.map(({ features }) => features[name])) || 1
    for (const { features } of examined) features[name] /= most
  }
  const mean = examined.reduce((sum, { sentenceCosine }) => sum + sentenceCosine, 0) / (examined.length || 1)
  const variance =
    examined.reduce((sum, { sentenceCosine }) => sum + (sentenceCosine - mean) ** 2, 0) / (examined.length || 1)
  const deviation = Math.max(0.01, Math.sqrt(variance))
  for (const { features, sentenceCosine } of examined) features.sentenceMeaning = (sentenceCosine - mean) / deviation
  return examined
}
