import { rmSync } from 'node:fs'
import type { InsightsFilter } from '../../schema/api/insights.ts'
import { openDatabase } from '../db/open-database.ts'
import type { CountedFacts } from '../insights/cells.ts'
import { changeCells } from '../insights/change-cells.ts'
import { listChoices } from '../insights/list-choices.ts'
import { daysOfPeriod, periodsOf } from '../insights/periods.ts'
import { readFigures } from '../insights/read-figures.ts'
import { sumUpPeriod } from '../insights/sum-up-periods.ts'
import { threeQuestions } from '../testing/sample-flows.ts'
import { publishOnSite, signIn } from '../testing/staff-client.ts'
import { startServer } from '../testing/start-server.ts'
import { watchFigures } from './watch-figures.ts'

const contactsADay = 5_000
const days = 365
/** The year ends yesterday: today is what happens while it is measured. */
const firstDay = Date.parse(new Date().toISOString().slice(0, 10)) - days * 86_400_000

/** Pages on which somebody waits for what happens. */
const watched = { '28 days': '', 'a year': '?period=year' }

const reasons = ['asked', 'no-answer', 'not-understood', 'by-design', 'system-failed'] as const

/**
 * A year of a large force, 5,000 contacts a day: 24 matters, 8 departments, a new flow version each month, two sites.
 * How long a change and the sum of a month take, how long dashboards take to read, with the longest time for which
 * nothing else could run, and how long after a visitor came the page in a real browser has counted them.
 */
export async function measureInsights(): Promise<Record<string, number>> {
  const server = await startServer({ VISITOR_LIMITS: '0' })
  const admin = await signIn(server.url)
  const { siteKey } = await publishOnSite(admin, threeQuestions)
  await server.stop()
  const { folder } = server
  const db = await openDatabase({ url: undefined, folder })
  const [force] = await db.read.all<{ id: string }>('SELECT id FROM forces')
  const forceId = force?.id ?? ''
  const random = createRandom(20251121)
  const names = Array.from({ length: days }, (_, day) =>
    new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10),
  )
  let kept: CountedFacts[] = []
  for (const day of names) {
    kept = Array.from({ length: contactsADay }, (_, count) => toFacts(day, count, random))
    await db.write(async (tx) => {
      for (const facts of kept) await tx.run(insert, toRow(forceId, facts))
      await changeCells(
        tx,
        forceId,
        kept.map((now) => ({ before: undefined, now })),
      )
    })
  }
  let ofOne = 0
  for (const before of kept.slice(0, 200)) {
    const begun = performance.now()
    await db.write((tx) => changeCells(tx, forceId, [{ before, now: { ...before, hour: (before.hour + 1) % 24 } }]))
    ofOne += (performance.now() - begun) / 200
  }
  const periods = [...new Set(names.flatMap(periodsOf))].filter((period) => {
    const { from, to } = daysOfPeriod(period)
    return from >= (names[0] ?? '') && to <= (names.at(-1) ?? '')
  })
  const begun = performance.now()
  for (const period of periods) await db.write((tx) => sumUpPeriod(tx, forceId, period))
  const ofPeriod = (performance.now() - begun) / periods.length

  const last = names.at(-1) ?? ''
  const dashboards: Record<string, InsightsFilter> = {
    'a year': { from: names[0] ?? '', to: last },
    'a year of one department': { from: names[0] ?? '', to: last, department: 'department-3' },
    'a year of one matter': { from: names[0] ?? '', to: last, intent: 'intent_7' },
    '28 days': { from: names.at(-28) ?? '', to: last },
    'half a year by weeks': { from: names.at(-182) ?? '', to: last },
    'one day': { from: last, to: last },
  }
  const figures: Record<string, number> = {
    contacts: days * contactsADay,
    'one contact changes in the sums, flush included (ms)': Math.round(ofOne * 10) / 10,
    'sum up a week or a month (ms)': Math.round(ofPeriod),
  }
  for (const [name, filter] of Object.entries(dashboards)) {
    const pauses = watchPauses()
    const start = performance.now()
    const cpu = process.cpuUsage()
    const { contacts } = await readFigures(db.read, forceId, filter, undefined)
    figures[`${name} (ms)`] = Math.round(performance.now() - start)
    figures[`${name}: of a processor (ms)`] = Math.round(process.cpuUsage(cpu).user / 1_000)
    figures[`${name}: longest pause for others (ms)`] = Math.round(pauses())
    if (contacts === 0) throw new Error(`There is nothing in ${name}.`)
  }
  const start = performance.now()
  await listChoices(db.read, forceId, last, undefined)
  figures['what can be filtered by (ms)'] = Math.round(performance.now() - start)
  await db.close()
  await server.start()
  try {
    for (const [name, search] of Object.entries(watched))
      Object.assign(figures, await watchFigures(name, search, server.url, admin.cookie, siteKey))
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return figures
}

const insert = `INSERT INTO contact_facts (contact_id, force_id, day, hour, began_at, ended_at, flow_id, flow_version, site_id,
  intent, department, verdict, ending, reason, operator_id, left_at, journey, visitor_turns, waited, first_response,
  handled, lasted, person, back) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** One contact in three goes to a person, one in five is left, one in a hundred is grave. */
function toFacts(day: string, count: number, random: () => number): CountedFacts {
  const beganAt = Date.parse(day) + Math.floor(random() * 86_400_000)
  const lasted = 60 + Math.floor(random() ** 2 * 1_800)
  const kind = random()
  const ending = kind < 0.35 ? 'person' : kind < 0.55 ? 'left' : kind < 0.62 ? 'reported' : 'answered'
  const grave = random()
  const intent = Math.floor(random() ** 2 * 24)
  const byPerson = ending === 'person'
  const waited = byPerson ? Math.floor(random() ** 3 * 900) : null
  return {
    contactId: `ctc_${day}_${count}`,
    day,
    hour: new Date(beganAt).getUTCHours(),
    beganAt,
    endedAt: beganAt + lasted * 1_000,
    flowId: 'flow_bench',
    flowVersion: Number(day.slice(5, 7)),
    siteId: random() < 0.8 ? 'site-1' : 'site-2',
    intent: `intent_${intent}`,
    department: byPerson ? `department-${intent % 8}` : '',
    verdict: grave < 0.01 ? 'emergency' : grave < 0.05 ? 'safeguarding' : 'none',
    ending,
    reason: byPerson ? (reasons[Math.floor(random() * reasons.length)] ?? null) : null,
    operatorId: byPerson ? `usr_${Math.floor(random() * 120)}` : null,
    leftAt: ending === 'left' ? `node-${Math.floor(random() * 20)}` : null,
    journey: ending === 'left' ? Math.floor(random() * 4) : 4 + Math.floor(random() * 2),
    visitorTurns: 4 + Math.floor(random() * 12),
    waited,
    firstResponse: waited === null ? null : waited + Math.floor(random() * 60),
    handled: byPerson ? 120 + Math.floor(random() * 1_200) : null,
    lasted,
    person: null,
    back: false,
  }
}

/** In the order of `insert`. */
function toRow(forceId: string, { back: _back, ...facts }: CountedFacts) {
  const { contactId, day, hour, beganAt, endedAt, flowId, flowVersion, siteId, intent, department, verdict, ...rest } =
    facts
  const { ending, reason, operatorId, leftAt, journey, visitorTurns, waited, firstResponse, handled, lasted } = rest
  return [
    ...[contactId, forceId, day, hour, beganAt, endedAt, flowId, flowVersion, siteId, intent, department, verdict],
    ...[ending, reason, operatorId, leftAt, journey, visitorTurns, waited, firstResponse, handled, lasted, null, 0],
  ]
}

/** The same numbers at every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Measures the longest time between two rounds of the event loop until the returned function is called. */
function watchPauses(): () => number {
  let before = performance.now()
  let longest = 0
  let watching = true
  const round = () => {
    const now = performance.now()
    longest = Math.max(longest, now - before)
    before = now
    if (watching) setImmediate(round)
  }
  setImmediate(round)
  return () => {
    watching = false
    return Math.max(longest, performance.now() - before)
  }
}
