import type { Verdict } from '../../../schema/assessment.ts'
import { worstVerdict } from '../../../schema/assessment.ts'
import type { LabelledMessage } from '../labelled/labelled-message.ts'
import { decide, type Thresholds } from './decide.ts'

/** A labelled message, and what a model that has not seen it says. */
export interface Judged {
  readonly message: LabelledMessage
  readonly found: readonly number[]
  /** What the sure word rules say by themselves. */
  readonly byRule: Verdict
}

/** What is found of what is there, for plain and for hard messages. */
export interface Figures {
  readonly messages: number
  readonly emergencyRecall: number
  readonly humanAlertedRecall: number
  readonly falseAlarmRate: number
  readonly safeguardingAsEmergency: number
}

export function toFigures(judged: readonly Judged[], thresholds: Thresholds): Record<'plain' | 'hard', Figures> {
  const of = (difficulty: 'plain' | 'hard'): Figures => {
    const rows = judged.filter(({ message }) => message.difficulty === difficulty)
    const share = (labels: readonly Verdict[], counts: (verdict: Verdict) => boolean) => {
      const mine = rows.filter(({ message }) => labels.includes(message.label))
      const hit = mine.filter(({ found, byRule }) => counts(worstVerdict(decide(found, thresholds), byRule)))
      return Math.round((1000 * hit.length) / Math.max(1, mine.length)) / 1000
    }
    return {
      messages: rows.length,
      emergencyRecall: share(['emergency'], (verdict) => verdict === 'emergency'),
      humanAlertedRecall: share(['emergency', 'safeguarding'], (verdict) => verdict !== 'none'),
      falseAlarmRate: share(['none'], (verdict) => verdict !== 'none'),
      safeguardingAsEmergency: share(['safeguarding'], (verdict) => verdict === 'emergency'),
    }
  }
  return { plain: of('plain'), hard: of('hard') }
}
