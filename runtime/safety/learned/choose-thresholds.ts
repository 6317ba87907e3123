import type { Thresholds } from './decide.ts'
import { decideAll, type Figures, type Judged, toFigures } from './figures.ts'

/** What the specification asks for on messages unseen. */
export const GOALS = {
  plain: { emergencyRecall: 0.99, humanAlertedRecall: 0.99, falseAlarmRate: 0.03, safeguardingAsEmergency: 0.15 },
  hard: { emergencyRecall: 0.95, humanAlertedRecall: 0.95, falseAlarmRate: 0.08, safeguardingAsEmergency: 0.3 },
}

/** How bad it is to fall short of each goal: a missed emergency is worse than anybody alarmed for nothing. */
const WORTH = { emergencyRecall: 4, humanAlertedRecall: 2.5, falseAlarmRate: 1.2, safeguardingAsEmergency: 0.3 }

const ALERTS = Array.from({ length: 36 }, (_, step) => (15 + 2 * step) / 100)
const EMERGENCIES = Array.from({ length: 17 }, (_, step) => (4 + 2 * step) / 100)

/** The thresholds that come nearest to all goals at once on messages that the model has not seen. */
export function chooseThresholds(judged: readonly Judged[]): Thresholds {
  let best: Thresholds = { alert: 0.4, emergency: 0.1 }
  let least = Number.POSITIVE_INFINITY
  for (const alert of ALERTS) {
    for (const emergency of EMERGENCIES) {
      const short = shortfall(toFigures(decideAll(judged, { alert, emergency })))
      if (short < least) [best, least] = [{ alert, emergency }, short]
    }
  }
  return best
}

/** How far figures fall short of all goals together. */
export function shortfall({ plain, hard }: Record<'plain' | 'hard', Figures>): number {
  return of(plain, GOALS.plain) + of(hard, GOALS.hard)
}

function of(figures: Figures, goals: (typeof GOALS)['plain']): number {
  return (
    WORTH.emergencyRecall * Math.max(0, goals.emergencyRecall - figures.emergencyRecall) +
    WORTH.humanAlertedRecall * Math.max(0, goals.humanAlertedRecall - figures.humanAlertedRecall) +
    WORTH.falseAlarmRate * Math.max(0, figures.falseAlarmRate - goals.falseAlarmRate) +
    WORTH.safeguardingAsEmergency * Math.max(0, figures.safeguardingAsEmergency - goals.safeguardingAsEmergency)
  )
}
