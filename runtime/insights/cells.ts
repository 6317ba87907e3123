import { journeySteps } from '../../schema/insights.ts'
import { readComment } from './comments.ts'
import type { ContactFacts } from './contact-facts.ts'
import type { StoredCounts } from './tally.ts'
import { countTime, type Times } from './times.ts'

/**
 * A cell holds the figures of everything that is alike in one period: the contacts of one day that share flow version,
 * site, matter, department, ending, verdict and reason. Whatever is asked later is a sum over cells, so it is exact, and
 * a year of a large force is a few thousand rows instead of two million. Times stand in a cell counted by steps, because
 * a median cannot be made of medians.
 */
export interface Cell<Kind extends CellKind = CellKind> {
  kind: Kind
  key: readonly (string | number)[]
  figures: CellFigures[Kind]
}
export interface CellFigures<Counts = Times> {
  contacts: ContactFigures<Counts>
  operators: OperatorFigures<Counts>
  ratings: RatingFigures
  alerts: AlertFigures<Counts>
}
/** Figures as they are read: of a day or of a longer period. */
export type StoredFigures = CellFigures<StoredCounts>
export type CellKind = keyof CellFigures
export const cellKinds = ['contacts', 'operators', 'ratings', 'alerts'] as const satisfies readonly CellKind[]

/** Of a cell of contacts. Its key: flow, version, site, intent, department, ending, verdict, reason. */
export interface ContactFigures<Counts = Times> {
  n: number
  /** Contacts by the hour of the week in which they began: 0 is midnight on Monday, 167 the last hour of Sunday. */
  hours: Counts
  /** Contacts that came at least as far as each of `journeySteps`. */
  journey: number[]
  visitorTurns: number
  waited: Counts
  firstResponse: Counts
  handled: Counts
  lasted: Counts
  /** Answered without a person, and whose visitor can be recognised; how many of them came back within 72 hours. */
  known: number
  back: number
  /** Contacts that were left, by the node at which the visitor stood. */
  left: Record<string, number>
}
/** Key: operator, department. */
export interface OperatorFigures<Counts = Times> {
  n: number
  firstResponse: Counts
  handled: Counts
}
/** Key: flow, version, intent, department. */
export interface RatingFigures {
  n: number
  /** Answers 1 to 5. */
  csat: number[]
  /** Answers 0 to 10. */
  nps: number[]
  comments: number
  /** Positive, mixed and negative comments, by theme. */
  themes: Record<string, number[]>
}
/** Key: verdict, department. */
export interface AlertFigures<Counts = Times> {
  n: number
  /** Seconds until each was acknowledged. */
  acknowledged: Counts
}

export interface Rating {
  flowId: string
  flowVersion: number
  intent: string
  department: string
  csat: number | null
  nps: number | null
  comment: string | null
}
export interface Alert {
  verdict: string
  department: string
  raisedAt: number
  acknowledgedAt: number | null
}

/** Facts with whether the visitor came back. */
export type CountedFacts = ContactFacts & { back: boolean }

export function toContactCells(facts: readonly CountedFacts[]): Cell<'contacts'>[] {
  return group(
    'contacts',
    facts,
    (fact) => [
      fact.flowId,
      fact.flowVersion,
      fact.siteId,
      fact.intent,
      fact.department,
      fact.ending,
      fact.verdict,
      fact.reason ?? '',
    ],
    noContacts,
    (figures, fact) => {
      figures.n++
      count(figures.hours, String(hourOfWeek(fact.day, fact.hour)))
      for (let step = 0; step <= fact.journey; step++) figures.journey[step] = (figures.journey[step] ?? 0) + 1
      figures.visitorTurns += fact.visitorTurns
      countTime(figures.waited, fact.waited)
      countTime(figures.firstResponse, fact.firstResponse)
      countTime(figures.handled, fact.handled)
      countTime(figures.lasted, fact.lasted)
      if (fact.person && (fact.ending === 'answered' || fact.ending === 'reported')) {
        figures.known++
        if (fact.back) figures.back++
      }
      if (fact.leftAt) count(figures.left, fact.leftAt)
    },
  )
}

export function toOperatorCells(facts: readonly ContactFacts[]): Cell<'operators'>[] {
  return group(
    'operators',
    facts.filter(({ operatorId }) => operatorId !== null),
    (fact) => [fact.operatorId ?? '', fact.department],
    (): OperatorFigures => ({ n: 0, firstResponse: {}, handled: {} }),
    (figures, fact) => {
      figures.n++
      countTime(figures.firstResponse, fact.firstResponse)
      countTime(figures.handled, fact.handled)
    },
  )
}

export function toRatingCells(ratings: readonly Rating[]): Cell<'ratings'>[] {
  return group(
    'ratings',
    ratings,
    (rating) => [rating.flowId, rating.flowVersion, rating.intent, rating.department],
    (): RatingFigures => ({ n: 0, csat: zeros(5), nps: zeros(11), comments: 0, themes: {} }),
    (figures, { csat, nps, comment }) => {
      figures.n++
      if (csat !== null) figures.csat[csat - 1] = (figures.csat[csat - 1] ?? 0) + 1
      if (nps !== null) figures.nps[nps] = (figures.nps[nps] ?? 0) + 1
      if (!comment) return
      figures.comments++
      const { feeling, themes } = readComment(comment)
      const place = feeling === 'positive' ? 0 : feeling === 'mixed' ? 1 : 2
      for (const theme of themes) {
        figures.themes[theme] ??= zeros(3)
        const counts = figures.themes[theme]
        counts[place] = (counts[place] ?? 0) + 1
      }
    },
  )
}

export function toAlertCells(alerts: readonly Alert[]): Cell<'alerts'>[] {
  return group(
    'alerts',
    alerts,
    (alert) => [alert.verdict, alert.department],
    (): AlertFigures => ({ n: 0, acknowledged: {} }),
    (figures, { raisedAt, acknowledgedAt }) => {
      figures.n++
      countTime(figures.acknowledged, acknowledgedAt === null ? null : Math.round((acknowledgedAt - raisedAt) / 1000))
    },
  )
}

function hourOfWeek(day: string, hour: number): number {
  return ((new Date(day).getUTCDay() + 6) % 7) * 24 + hour
}

function noContacts(): ContactFigures {
  return {
    n: 0,
    hours: {},
    journey: zeros(journeySteps.length),
    visitorTurns: 0,
    waited: {},
    firstResponse: {},
    handled: {},
    lasted: {},
    known: 0,
    back: 0,
    left: {},
  }
}

function group<Item, Kind extends CellKind>(
  kind: Kind,
  items: readonly Item[],
  toKey: (item: Item) => (string | number)[],
  none: () => CellFigures[Kind],
  add: (figures: CellFigures[Kind], item: Item) => void,
): Cell<Kind>[] {
  const cells = new Map<string, Cell<Kind>>()
  for (const item of items) {
    const key = toKey(item)
    const name = JSON.stringify(key)
    let cell = cells.get(name)
    if (!cell) {
      cell = { kind, key, figures: none() }
      cells.set(name, cell)
    }
    add(cell.figures, item)
  }
  return [...cells.values()]
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0)
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1
}
