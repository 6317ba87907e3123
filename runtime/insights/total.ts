import type { Figures } from '../../schema/api/insights.ts'
import { endings, journeySteps, leastForShare, reasons } from '../../schema/insights.ts'
import type { RatingFigures, StoredFigures } from './cells.ts'
import { merge } from './merge.ts'
import type { Buckets } from './periods.ts'
import { addCounts, type Tally, toTally } from './tally.ts'
import { quantile } from './times.ts'

interface Group {
  n: number
  waited: Tally
  handled: Tally
  alone: number
  left: number
  over: number
  ratings: RatingFigures
}

/** Figures in the making: cells go in, in any order, and what a page shows comes out. */
export function createTotal(buckets: Buckets) {
  const all = noGroup()
  const firstResponse: Tally = new Map()
  const lasted: Tally = new Map()
  const hoursOfWeek: Tally = new Map()
  const journey = journeySteps.map(() => 0)
  const sums = { visitorTurns: 0, known: 0, back: 0 }
  const departments = new Map<string, Group>()
  const versions = new Map<string, Group>()
  const leftAt = new Map<string, number>()
  const byEnding = new Map<string, number>()
  const byReason = new Map<string, number>()
  const intents = new Map<string, number[]>()
  const operators = new Map<string, { n: number; firstResponse: Tally; handled: Tally }>()
  const alerts = { emergency: noAlerts(), safeguarding: noAlerts() }
  const trend = buckets.names.map((at) => ({ at, alone: 0, person: 0, danger: 0, other: 0 }))

  return {
    addContacts(period: string, key: ContactKey, figures: StoredFigures['contacts']) {
      const { flow, version, intent, department, ending, verdict, reason } = key
      const alone = ending === 'answered' || ending === 'reported'
      const within = of(departments, department)
      for (const group of [all, within, of(versions, JSON.stringify([flow, version]))]) {
        group.n += figures.n
        if (ending !== 'open') group.over += figures.n
        if (alone) group.alone += figures.n
        if (ending === 'left') group.left += figures.n
      }
      for (const sum of ['visitorTurns', 'known', 'back'] as const) sums[sum] += figures[sum]
      figures.journey.forEach((n, step) => {
        journey[step] = (journey[step] ?? 0) + n
      })
      // Each count is added once: all departments together are everybody.
      addCounts(within.waited, figures.waited)
      addCounts(within.handled, figures.handled)
      addCounts(firstResponse, figures.firstResponse)
      addCounts(lasted, figures.lasted)
      addCounts(hoursOfWeek, figures.hours)
      bump(byEnding, ending, figures.n)
      if (reason !== '') bump(byReason, reason, figures.n)
      for (const [node, n] of Object.entries(figures.left)) bump(leftAt, JSON.stringify([flow, version, node]), n)

      const counted = verdict !== 'none' ? 'danger' : alone ? 'alone' : ending === 'person' ? 'person' : 'other'
      const series = intents.get(intent) ?? buckets.names.map(() => 0)
      intents.set(intent, series)
      for (const [place, n] of buckets.spread(period, figures)) {
        const entry = trend[place]
        if (entry) entry[counted] += n
        series[place] = (series[place] ?? 0) + n
      }
    },
    addRatings(key: { flow: string; version: number; department: string }, figures: RatingFigures) {
      for (const group of [all, of(departments, key.department), of(versions, JSON.stringify([key.flow, key.version]))])
        merge.ratings(group.ratings, figures)
    },
    addOperators(operator: string, figures: StoredFigures['operators']) {
      const known = operators.get(operator) ?? { n: 0, firstResponse: new Map(), handled: new Map() }
      operators.set(operator, known)
      known.n += figures.n
      addCounts(known.firstResponse, figures.firstResponse)
      addCounts(known.handled, figures.handled)
    },
    addAlerts(verdict: string, figures: StoredFigures['alerts']) {
      const known = verdict === 'emergency' ? alerts.emergency : alerts.safeguarding
      known.n += figures.n
      addCounts(known.acknowledged, figures.acknowledged)
    },
    /** `nameOf` gives the name of a person. */
    toFigures(nameOf: (user: string) => string): Figures {
      const { ratings } = all
      const groups = [...departments.values()]
      return {
        contacts: all.n,
        alone: { n: all.alone, of: all.over },
        left: { n: all.left, of: all.over },
        firstResponse: quantile(firstResponse, 0.5),
        wait: quantile(toTally(...groups.map(({ waited }) => waited)), 0.9),
        handling: quantile(toTally(...groups.map(({ handled }) => handled)), 0.5),
        lasting: quantile(lasted, 0.5),
        satisfaction: satisfactionOf(ratings),
        recommend: recommendOf(ratings),
        emergencies: alerts.emergency.n,
        safeguarding: alerts.safeguarding.n,
        acknowledged: quantile(alerts.emergency.acknowledged, 0.5),
        cameBack: { n: sums.back, of: sums.known },
        visitorTurns: sums.visitorTurns,
        trend,
        unit: buckets.unit,
        journey,
        endings: endings.flatMap((ending) => toCount({ ending }, byEnding.get(ending))),
        reasons: reasons.flatMap((reason) => toCount({ reason }, byReason.get(reason))).sort((a, b) => b.n - a.n),
        intents: [...intents]
          .map(([intent, series]) => ({ intent, n: series.reduce((a, b) => a + b, 0), trend: series }))
          .sort((a, b) => b.n - a.n),
        hours: Array.from({ length: 7 }, (_, weekday) =>
          Array.from({ length: 24 }, (_, hour) => hoursOfWeek.get(weekday * 24 + hour) ?? 0),
        ),
        departments: [...departments]
          .filter(([department]) => department !== '')
          .map(([department, group]) => ({
            department,
            n: group.n,
            wait: quantile(group.waited, 0.5),
            handling: quantile(group.handled, 0.5),
            satisfaction: satisfactionOf(group.ratings),
          }))
          .sort((a, b) => b.n - a.n),
        versions: [...versions]
          .map(([name, group]) => {
            const [flow, version] = JSON.parse(name) as [string, number]
            return {
              flow,
              version,
              n: group.n,
              alone: { n: group.alone, of: group.over },
              left: { n: group.left, of: group.over },
              satisfaction: satisfactionOf(group.ratings),
            }
          })
          .sort((a, b) => b.version - a.version),
        leftAt: [...leftAt]
          .map(([name, n]) => {
            const [flow, version, node] = JSON.parse(name) as [string, number, string]
            return { flow, version, node, name: node, n }
          })
          .sort((a, b) => b.n - a.n),
        operators: [...operators]
          .map(([operator, figures]) => ({
            operator,
            name: nameOf(operator),
            n: figures.n,
            firstResponse: quantile(figures.firstResponse, 0.5),
            handling: quantile(figures.handled, 0.5),
          }))
          .sort((a, b) => b.n - a.n),
        csat: ratings.csat,
        nps: ratings.nps,
        themes: Object.entries(ratings.themes)
          .map(([theme, [positive = 0, mixed = 0, negative = 0]]) => ({ theme, positive, mixed, negative }))
          .sort((a, b) => b.positive + b.mixed + b.negative - (a.positive + a.mixed + a.negative)),
        comments: ratings.comments,
      }
    },
  }
}

/** The key of a cell of contacts, by name. */
export interface ContactKey {
  flow: string
  version: number
  site: string
  intent: string
  department: string
  ending: string
  verdict: string
  reason: string
}

function satisfactionOf({ csat }: RatingFigures): { value: number | null; n: number } {
  const n = csat.reduce((a, b) => a + b, 0)
  const sum = csat.reduce((total, count, place) => total + count * (place + 1), 0)
  return { value: n < leastForShare ? null : sum / n, n }
}

/** Net promoter score: share of 9 and 10 less share of 0 to 6, in points (Reichheld 2003). */
function recommendOf({ nps }: RatingFigures): { value: number | null; n: number } {
  const n = nps.reduce((a, b) => a + b, 0)
  const yes = (nps[9] ?? 0) + (nps[10] ?? 0)
  const no = nps.slice(0, 7).reduce((a, b) => a + b, 0)
  return { value: n < leastForShare ? null : ((yes - no) / n) * 100, n }
}

function toCount<Name extends object>(name: Name, n: number | undefined): (Name & { n: number })[] {
  return n ? [{ ...name, n }] : []
}

function of(groups: Map<string, Group>, name: string): Group {
  const known = groups.get(name) ?? noGroup()
  groups.set(name, known)
  return known
}

function noGroup(): Group {
  return {
    n: 0,
    waited: new Map(),
    handled: new Map(),
    alone: 0,
    left: 0,
    over: 0,
    ratings: { n: 0, csat: [0, 0, 0, 0, 0], nps: Array.from({ length: 11 }, () => 0), comments: 0, themes: {} },
  }
}

function noAlerts(): { n: number; acknowledged: Tally } {
  return { n: 0, acknowledged: new Map() }
}

function bump(counts: Map<string, number>, name: string, n: number): void {
  counts.set(name, (counts.get(name) ?? 0) + n)
}
