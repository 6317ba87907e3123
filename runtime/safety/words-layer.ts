import type { EarlierMessage } from '../../schema/assessment.ts'
import { foldText } from '../../schema/emergency-words/fold-text.ts'
import type { WordHit, WordRuleBook } from '../../schema/emergency-words/open-word-rules.ts'
import { findBareCry } from './bare-cry.ts'
import type { Layer } from './detector.ts'
import type { Finding } from './guard.ts'
import { mayReachAcross } from './may-reach-across.ts'
import { findRules, readWords } from './read-words.ts'

/**
 * The rules over words, for the message and for a cry that is split over the visitor's last three messages.
 * `sure` names the rules that raise by themselves; the others are marks for the learned layer. Without that layer
 * (`sure` undefined) every rule raises: more false alarms, and nobody missed who would have been found.
 */
export function wordsLayer(book: WordRuleBook, budget: number, sure: readonly string[] | undefined): Layer {
  const raises = sure === undefined ? () => true : (hit: WordHit) => sure.includes(hit.rule.id)
  return {
    name: 'words',
    budget,
    judge: (text, earlier) => {
      const tokens = readWords(text)
      const alone = findRules(book, tokens).filter((hit) => hit.live && raises(hit))
      if (alone.length > 0) return toFinding(alone)
      return findBareCry(tokens) ?? toFinding(acrossMessages(text, earlier, book))
    },
  }
}

/**
 * Emergencies that begin in an earlier message of the visitor's and end in this one, given in this one's
 * characters. All rules count here: nobody splits a harmless sentence over two messages in just that place.
 */
function acrossMessages(text: string, earlier: readonly EarlierMessage[], book: WordRuleBook): WordHit[] {
  const before = earlier
    .filter((message) => message.from === 'visitor')
    .slice(-2)
    .map((message) => message.text.slice(-250))
  if (before.length === 0 || !mayReachAcross(book, before, text)) return []
  const prefix = `${before.join(' ')} `
  return book
    .find(foldText(prefix + text))
    .filter((hit) => hit.rule.verdict === 'emergency' && hit.start < prefix.length - 1 && hit.end > prefix.length)
    .map((hit) => ({ ...hit, start: 0, end: hit.end - prefix.length }))
}

function toFinding(hits: readonly WordHit[]): Finding {
  const gravest = hits.find((hit) => hit.rule.verdict === 'emergency') ?? hits[0]
  if (gravest === undefined) return { verdict: 'none', category: 'ordinary', confidence: 0.5, evidence: [] }
  return {
    verdict: gravest.rule.verdict,
    category: gravest.rule.category,
    confidence: 0.9,
    evidence: hits.map(({ rule, start, end }) => ({
      layer: 'words',
      span: [start, end],
      rule: rule.id,
      explanation: rule.explanation,
    })),
  }
}
