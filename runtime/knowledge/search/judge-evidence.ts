import type { Embedder } from '../meaning/embedder.ts'
import { type Evidence, evidenceNames } from './gather-evidence.ts'

type EvidenceWeights = Evidence & { base: number }

/**
 * Learned by logistic regression on questions whose document is there and the same questions with it taken away (SQuAD,
 * Doc2Dial), on questions for other collections, and on `evaluate/force-questions.jsonl`; see the README.
 */
const byWords: EvidenceWeights = {
  fit: 0.429,
  covered: 1.954,
  alike: 1.273,
  sentenceAlike: -0.585,
  sentenceCosine: 0,
  share: 1.293,
  gap: 0.3,
  gapToFifth: -0.005,
  missing: 0.678,
  missingCount: 0.531,
  unknown: -2.709,
  terms: 0.327,
  together: 0.561,
  title: 2.565,
  base: -5.697,
}

/** Cosines of one model mean nothing for another: a model that is not named here is judged by words. */
const byModel: { model: RegExp; weights: EvidenceWeights }[] = [
  {
    model: /^potion-base-2M@/,
    weights: {
      fit: 0.449,
      covered: 2.491,
      alike: -0.787,
      sentenceAlike: -1.043,
      sentenceCosine: 1.641,
      share: -0.135,
      gap: 0.338,
      gapToFifth: 0.148,
      missing: 0.463,
      missingCount: 0.421,
      unknown: -2.492,
      terms: 0.214,
      together: 0.537,
      title: 2.186,
      base: -4.752,
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
