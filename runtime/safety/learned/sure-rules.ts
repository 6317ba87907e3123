import { foldText } from '../../../schema/emergency-words/fold-text.ts'
import type { WordRuleBook } from '../../../schema/emergency-words/open-word-rules.ts'
import type { LabelledMessage } from '../labelled/labelled-message.ts'

/** The rules that raised on hardly any ordinary message: only these may raise without the learned layer's word. */
export function sureRules(messages: readonly LabelledMessage[], book: WordRuleBook): string[] {
  const right = new Map<string, number>()
  const wrong = new Map<string, number>()
  for (const message of messages) {
    for (const id of new Set(book.find(foldText(message.text)).map((hit) => hit.rule.id))) {
      const counts = message.label === 'none' ? wrong : right
      counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  return [...right.keys()]
    .filter((id) => (right.get(id) ?? 0) >= 20 && (right.get(id) ?? 0) >= 150 * (wrong.get(id) ?? 0))
    .sort()
}
