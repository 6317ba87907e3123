import { emergencyRules } from '../../schema/emergency-words/emergency-rules.ts'
import { openWordRules, type WordRuleBook } from '../../schema/emergency-words/open-word-rules.ts'
import { safeguardingRules } from './safeguarding-rules.ts'

/** Every word rule of the server: those it shares with the widget, and those that only call for a person. */
export function openBook(): WordRuleBook {
  return openWordRules([...emergencyRules, ...safeguardingRules])
}
