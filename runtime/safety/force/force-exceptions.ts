import type { Evidence } from '../../../schema/assessment.ts'
import type { Detector, ForceException } from '../detector.ts'
import { findPhrases } from './find-phrases.ts'

/** Blanks out the force's exceptions, character for character, so that every span still points at what was written. */
export function forceExceptions(exceptions: readonly ForceException[]): Detector['except'] {
  const find = findPhrases(exceptions)
  return (text) => {
    let left = text
    const evidence: Evidence[] = []
    for (const { rule, start, end } of find(text)) {
      left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end)
      evidence.push({
        layer: 'force',
        span: [start, end],
        rule: rule.id,
        explanation: 'An exception of the force: these words are not judged',
      })
    }
    return { text: left, evidence }
  }
}
