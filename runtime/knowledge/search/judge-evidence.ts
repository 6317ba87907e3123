import type { Embedder } from '../meaning/embedder.ts'
import { type Evidence, evidenceNames } from './gather-evidence.ts'

type EvidenceWeights = Evidence & { base: number }

/**
 * Learned by logistic regression on questions whose document is there and the same questions with it taken away (SQuAD,
 * Doc2Dial), on questions for other collections, and on `evaluate/force-questions.jsonl`; see the README.
 */
const byWords: EvidenceWeights = {
  fit: -0.437,
  covered: 2.882,
  alike: 2.338,
  sentenceAlike: 0.396,
  sentenceCosine: 0.0,
  share: 1.228,
  gap: 0.318,
  gapToFifth: -0.094,
  missing: 0.567,
  missingCount: 0.602,
  unknown: 0.334,
  terms: 1.165,
  together: 0.437,
  title: 2.315,
  nearlyMissing: 0.237,
  standsOut: -0.061,
  meansOut: 0.0,
  bestMeaning: 0.0,
  asHeading: 3,
  base: -7.871,
}

/** Cosines of one model mean nothing for another: a model that is not named here is judged by words. */
const byModel: { model: RegExp; weights: EvidenceWeights }[] = [
  {
    model: /^potion-base-2M@/,
    weights: {
      fit: 0.029,
      covered: 2.868,
      alike: 5.037,
      sentenceAlike: -1.027,
      sentenceCosine: -0.184,
      share: -0.011,
      gap: 0.27,
      gapToFifth: 0.138,
      missing: 0.968,
      missingCount: 1.509,
      unknown: 0.875,
      terms: 1.272,
      together: 0.279,
      title: 2.487,
      nearlyMissing: -0.13,
      standsOut: -0.108,
      meansOut: 0.336,
      bestMeaning: -0.063,
      asHeading: 3,
      base: -10.825,
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
