import type { ContactFacts } from '../../schema/api/inbox.ts'
import type { Event } from '../../schema/event.ts'
import type { ThriveJudgement } from '../../schema/thrive.ts'

/**
 * A first draft of a judgement: what was found in the visitor's words and what the flow has gathered, with the lines that
 * it rests on. It says what stands there and nothing more; what is not known stays empty, for a person to ask.
 */
export function propose(facts: ContactFacts, events: readonly Event[]): ThriveJudgement {
  const found = facts.alerts.map(({ words, assessment }) => ({
    words,
    why: [...new Set(assessment.evidence.map(({ explanation }) => explanation))].join(', '),
  }))
  const evidence = events.flatMap((event) =>
    event.type === 'message' && event.from === 'visitor' && found.some(({ words }) => words === event.text)
      ? [event.seq]
      : [],
  )
  const known = facts.gathered.filter(({ state }) => state === 'known')
  const asked = facts.gathered.filter(({ state }) => state === 'asked')
  const list = (words: readonly string[]) => words.filter((word) => word !== '').join('; ')
  return {
    grade: facts.verdict === 'emergency' ? 'emergency' : facts.verdict === 'safeguarding' ? 'priority' : 'standard',
    threat: list(found.map(({ why }) => why)),
    harm: list(found.map(({ words }) => `“${words.slice(0, 200)}”`)),
    risk: facts.verdict === 'none' ? 'No sign of danger was found in the words.' : '',
    investigation: list(known.map(({ label, value }) => `${label}: ${value}`)).slice(0, 900),
    vulnerability: '',
    engagement: asked.length > 0 ? `Asked, no answer yet: ${list(asked.map(({ label }) => label))}` : '',
    evidence,
  }
}
