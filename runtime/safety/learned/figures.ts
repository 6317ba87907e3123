import { type Verdict, worstVerdict } from '../../../schema/assessment.ts'
import type { LabelledMessage } from '../labelled/labelled-message.ts'
import { decide, type Thresholds } from './decide.ts'

/** A labelled message, and what a model that has not seen it says. */
export interface Judged {
  readonly message: LabelledMessage
  readonly found: readonly number[]
  /** What the sure word rules say by themselves. */
  readonly byRule: Verdict
}

/** What is found of what is there. */
export interface Figures {
  readonly messages: number
  readonly emergencyRecall: number
  readonly humanAlertedRecall: number
  readonly falseAlarmRate: number
  readonly safeguardingAsEmergency: number
}

/** A message and the verdict on it. */
export interface Decided {
  readonly message: LabelledMessage
  readonly verdict: Verdict
}

/** What the learned layer and the sure rules say together. */
export function decideAll(judged: readonly Judged[], thresholds: Thresholds): Decided[] {
  return judged.map(({ message, found, byRule }) => ({
    message,
    verdict: worstVerdict(decide(found, thresholds), byRule),
  }))
}

/** Figures of a category: `right` counts dangers for which a person is called, and ordinary messages left alone. */
export interface CategoryFigures {
  readonly category: string
  readonly messages: number
  readonly right: number
}

/** Figures for each category, by name. */
export function toCategories(decided: readonly Decided[]): CategoryFigures[] {
  const groups = Map.groupBy(decided, ({ message }) => message.category)
  return [...groups]
    .map(([category, group]) => ({
      category,
      messages: group.length,
      right: group.filter(({ message, verdict }) => (message.label === 'none') === (verdict === 'none')).length,
    }))
    .sort((a, b) => a.category.localeCompare(b.category))
}

/** Figures for plain and for hard messages. */
export function toFigures(decided: readonly Decided[]): Record<'plain' | 'hard', Figures> {
  return {
    plain: figuresOf(decided.filter(({ message }) => message.difficulty === 'plain')),
    hard: figuresOf(decided.filter(({ message }) => message.difficulty === 'hard')),
  }
}

function figuresOf(decided: readonly Decided[]): Figures {
  const share = (labels: readonly Verdict[], counts: (verdict: Verdict) => boolean) => {
    const mine = decided.filter(({ message }) => labels.includes(message.label))
    const hit = mine.filter(({ verdict }) => counts(verdict))
    return Math.round((1000 * hit.length) / Math.max(1, mine.length)) / 1000
  }
  return {
    messages: decided.length,
    emergencyRecall: share(['emergency'], (verdict) => verdict === 'emergency'),
    humanAlertedRecall: share(['emergency', 'safeguarding'], (verdict) => verdict !== 'none'),
    falseAlarmRate: share(['none'], (verdict) => verdict !== 'none'),
    safeguardingAsEmergency: share(['safeguarding'], (verdict) => verdict === 'emergency'),
  }
}
