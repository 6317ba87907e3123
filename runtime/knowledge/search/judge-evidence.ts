import type { Embedder } from '../meaning/embedder.ts'
import { type Evidence, evidenceNames } from './gather-evidence.ts'

type EvidenceWeights = Evidence & { base: number }

/**
 * Learned by logistic regression on questions whose document is there and the same questions with it taken away (SQuAD,
 * Doc2Dial), on questions for other collections, and on `evaluate/force-questions.jsonl`; see the README.
 */
const byWords: EvidenceWeights = {
  fit: -0.424,
  covered: 1.045,
  alike: 0.965,
  sentenceAlike: 0.202,
  sentenceCosine: 0.0,
  share: 0.78,
  gap: 0.079,
  gapToFifth: -0.04,
  missing: -0.039,
  missingCount: -0.412,
  unknown: -0.509,
  terms: 0.558,
  together: 0.258,
  title: 0.543,
  nearlyMissing: -0.049,
  standsOut: 0.15,
  meansOut: 0.0,
  bestMeaning: 0.0,
  asHeading: 3,
  neighbour: 1.6,
  inOneSentence: 1.6,
  length: -0.402,
  numberMissing: -0.683,
  leastFound: -0.371,
  base: -2.43,
}

/** Cosines of one model mean nothing for another: a model that is not named here is judged by words. */
const byModel: { model: RegExp; weights: EvidenceWeights }[] = [
  {
    model: /^potion-base-2M@/,
    weights: {
      fit: -0.346,
      covered: 0.839,
      alike: 2.648,
      sentenceAlike: 0.457,
      sentenceCosine: 0.223,
      share: 0.369,
      gap: 0.087,
      gapToFifth: 0.07,
      missing: 0.343,
      missingCount: 0.199,
      unknown: -0.147,
      terms: 0.61,
      together: 0.117,
      title: 0.5,
      nearlyMissing: -0.394,
      standsOut: -0.036,
      meansOut: 0.154,
      bestMeaning: -0.045,
      asHeading: 3,
      neighbour: 1.509,
      inOneSentence: 1.288,
      length: -0.415,
      numberMissing: -0.749,
      leastFound: -0.391,
      base: -4.305,
    },
  },
]

/** How sure it must be, where nobody set another threshold. */
export const usualThreshold = 0.5

/** How sure it is that the best passage answers the question: 0 to 1. */
export function judgeEvidence(evidence: Evidence | undefined, embedder: Embedder | undefined): number {
  if (!evidence) return 0
  const weights = byModel.find(({ model }) => embedder && model.test(embedder.model))?.weights ?? byWords
  const sum = evidenceNames.reduce((total, name) => total + weights[name] * evidence[name], weights.base)
  return 1 / (1 + Math.exp(-sum))
}
