import type { EarlierMessage } from '../../schema/assessment.ts'
import { foldText } from '../../schema/emergency-words/fold-text.ts'
import type { WordHit, WordRuleBook } from '../../schema/emergency-words/open-word-rules.ts'
import type { Layer } from './detector.ts'
import type { Finding } from './guard.ts'

/** The rules over words, for the message and for a cry that is split over the visitor's last three messages. */
export function wordsLayer(book: WordRuleBook, budget: number): Layer {
  return {
    name: 'words',
    budget,
    judge: (text, earlier) => {
      const alone = book.find(foldText(text))
      return toFinding(alone.length > 0 ? alone : acrossMessages(text, earlier, book))
    },
  }
}

/** Hits that begin in an earlier message of the visitor's and end in this one, given in this one's characters. */
function acrossMessages(text: string, earlier: readonly EarlierMessage[], book: WordRuleBook): WordHit[] {
  const before = earlier
    .slice(-2)
    .filter((message) => message.from === 'visitor')
    .map((message) => message.text)
  if (before.length === 0) return []
  const prefix = `${before.join(' ').slice(-500)} `
  return book
    .find(foldText(prefix + text))
    .filter((hit) => hit.end > prefix.length)
    .map((hit) => ({ ...hit, start: Math.max(0, hit.start - prefix.length), end: hit.end - prefix.length }))
}

function toFinding(hits: readonly WordHit[]): Finding {
  const gravest = hits.find((hit) => hit.rule.verdict === 'emergency') ?? hits[0]
  if (gravest === undefined) return { verdict: 'none', category: 'ordinary', confidence: 0.5, evidence: [] }
  return {
    verdict: gravest.rule.verdict,
    category: gravest.rule.category,
    confidence: 0.9,
    evidence: hits.map((hit) => ({
      layer: 'words',
      span: [hit.start, hit.end],
      rule: hit.rule.id,
      explanation: hit.rule.explanation,
    })),
  }
}
