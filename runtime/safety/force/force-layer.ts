import { type Verdict, worstVerdict } from '../../../schema/assessment.ts'
import type { ForceRule, Layer } from '../detector.ts'
import { findPhrases } from './find-phrases.ts'

/** The force's own words and phrases, on top of the list that everybody has. */
export function forceLayer(words: readonly ForceRule[], budget: number): Layer {
  const find = findPhrases(words)
  return {
    name: 'force',
    budget,
    judge: (text) => {
      const hits = find(text)
      const verdict = hits.reduce<Verdict>((worst, hit) => worstVerdict(worst, hit.rule.verdict), 'none')
      const gravest = hits.find((hit) => hit.rule.verdict === verdict)
      return {
        verdict,
        category: gravest === undefined ? 'ordinary' : (gravest.rule.category ?? 'force_words'),
        confidence: 1,
        evidence: hits.map(({ rule, start, end }) => ({
          layer: 'force',
          span: [start, end],
          rule: rule.id,
          explanation: rule.explanation ?? `The force’s own words: ${rule.phrase}`,
        })),
      }
    },
  }
}
