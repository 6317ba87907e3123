import { takeLink } from '../../runtime/accounts/links.ts'
import { invite } from '../../runtime/accounts/people.ts'
import type { Principal } from '../../runtime/accounts/principal.ts'
import { setUp } from '../../runtime/accounts/set-up.ts'
import type { ContactOrigin } from '../../runtime/contact/start-contact.ts'
import { createFlow } from '../../runtime/flows/create-flow.ts'
import { publishFlow } from '../../runtime/flows/publish-flow.ts'
import { templateFlows } from '../../runtime/flows/templates.ts'
import { keepFigures } from '../../runtime/insights/keep-figures.ts'
import { toLocalHour } from '../../runtime/insights/local-time.ts'
import { sumUpPeriods } from '../../runtime/insights/sum-up-periods.ts'
import { saveConnection } from '../../runtime/integrations/save-connection.ts'
import { warmIntents } from '../../runtime/intent/warm-intents.ts'
import { createReply } from '../../runtime/replies/canned-replies.ts'
import { saveDepartments } from '../../runtime/routing/departments.ts'
import type { Services } from '../../runtime/services.ts'
import { rollUp } from '../../runtime/traffic/roll-up.ts'
import { ConnectionChange } from '../../schema/connection.ts'
import { Department } from '../../schema/department.ts'
import connections from '../force/connections.json' with { type: 'json' }
import force from '../force/departments.json' with { type: 'json' }
import ready from '../force/replies.json' with { type: 'json' }
import type { RecordsService } from '../records-service/records-service.ts'
import type { Visit } from './answer-prompt.ts'
import { createRandom, type Random } from './create-random.ts'
import { type Operator, tendDesk } from './desk.ts'
import { type DemoServices, inOneTransaction } from './in-one-transaction.ts'
import { matters, welshWords } from './matters.ts'
import { createCitizens } from './people.ts'
import { createDue } from './player.ts'
import { publishSecondVersion } from './second-version.ts'
import { demoPassword, firstPerson, staff } from './staff.ts'
import { createTimeline, type Script } from './timeline.ts'
import { type Turnout, visit } from './visit.ts'

export interface DemoPlan {
  days: number
  /** Contacts on a usual weekday. */
  perDay: number
  seed: number
  /** The instant up to which there is a past. */
  end: number
  /** The sample records service; one evening it fails. */
  records: RecordsService
}

const hour = 3_600_000
const dayLength = 24 * hour
const live = '101-non-emergency'

/** A clock that the demo moves through its weeks. */
export function createDemoClock() {
  let read = () => Date.now()
  return {
    now: () => read(),
    follow(next: () => number) {
      read = next
    },
  }
}

/**
 * Fills an empty database with Northmoor Police and weeks of contacts: real flows on the real engine, moved by scripted
 * visitors and operators. Everything or nothing is kept. `services` run without workers, on `clock`.
 */
export async function seedDemo(
  services: Services,
  clock: ReturnType<typeof createDemoClock>,
  plan: DemoPlan,
): Promise<void> {
  await services.db.write(async (tx) => {
    const inner = await inOneTransaction(services, tx)
    const start = plan.end - plan.days * dayLength
    const timeline = createTimeline(start, createDue(inner))
    clock.follow(timeline.now)
    const { admin, origin, operators } = await setUpForce(inner, plan)
    const random = createRandom(plan.seed)
    timeline.begin(
      start,
      tendDesk(inner, timeline, origin.forceId, operators, createRandom(plan.seed + 1), plan.end - lookedAway),
    )
    const citizens = createCitizens(random)
    for (const { at, turnout } of planArrivals(plan, start, inner.zoneOf(origin.forceId), random))
      timeline.begin(
        at,
        visit(
          inner,
          origin,
          planVisit(citizens.next(random.chance(0.14)), random),
          turnout,
          createRandom(plan.seed + at),
        ),
      )
    timeline.begin(plan.end - 0.4 * plan.days * dayLength, publishSecondVersion(inner, admin, origin))
    timeline.begin(plan.end - 0.7 * plan.days * dayLength, failFor(plan.records))
    await timeline.run(plan.end)
  })
  clock.follow(() => plan.end)
  while ((await keepFigures(services)) > 0);
  await sumUpPeriods(services)
  while (await rollUp(services));
  await services.reloadForces()
}

/** The records system has a bad hour: reports of that time go to people, and nothing is called reported. */
async function* failFor(records: RecordsService): Script {
  records.fault('error', 12)
  yield hour
}

async function setUpForce(
  services: DemoServices,
  { records }: DemoPlan,
): Promise<{ admin: Principal; origin: ContactOrigin; operators: Operator[] }> {
  const first = {
    ...firstPerson,
    password: demoPassword,
    force: 'Northmoor Police',
    site: 'https://www.northmoor.example',
    template: live,
  }
  const { session, site, flow } = await setUp(services, first, 'demo')
  const forceId = session.force.id
  const admin: Principal = {
    userId: session.user.id,
    forceId,
    name: session.user.name,
    roles: session.user.roles,
    memberships: [],
  }
  await saveDepartments(
    services,
    admin,
    force.departments.map((each) => Department.parse(each)),
  )
  for (const reply of ready.replies) await createReply(services, admin, reply)
  for (const { id, ...connection } of connections.connections)
    await saveConnection(services, admin, id, ConnectionChange.parse({ ...connection, origin: records.url }))
  const flows = [
    flow,
    ...(await Promise.all(
      [...templateFlows().keys()]
        .filter((name) => name !== live)
        .map(async (template) => (await createFlow(services, admin, { template })).id),
    )),
  ]
  let version = 0
  for (const id of flows) {
    const published = await publishFlow(services, admin, id ?? live, 1, 'First version')
    if (id === flow) version = published.version
  }
  await warmIntents(services)
  const operators: Operator[] = []
  for (const { name, email, roles, works, supervises = false, shift } of staff) {
    const memberships = works.map((department) => ({
      department,
      role: supervises ? ('supervisor' as const) : ('operator' as const),
      limit: null,
    }))
    const { link } = await invite(services, admin, { name, email, roles, memberships })
    const taken = await takeLink(services, { token: link.path.split('#')[1] ?? '', password: demoPassword }, 'demo')
    if (taken && shift) operators.push({ ...taken.principal, shift })
  }
  return { admin, origin: { forceId, siteId: site.id, flowId: flow ?? live, flowVersion: version }, operators }
}

/** How many get in touch in each hour of the day, as shares of the busiest. */
const rhythm = [1, 1, 1, 1, 1, 1, 2, 5, 9, 12, 13, 12, 11, 10, 10, 10, 11, 12, 11, 9, 8, 6, 4, 2]
/** By day of the week, Sunday first. */
const week = [0.7, 1.15, 1.05, 1, 1, 1.1, 0.85]
const turnouts: Record<Turnout, number> = {
  'goes-on': 74,
  'leaves-early': 14,
  muddled: 2,
  'asks-for-person': 8,
  safeguarding: 3,
  emergency: 1.2,
}
/** Nobody looks at the inbox for the last few minutes, in milliseconds, so that somebody waits when the demo opens. */
const lookedAway = 300_000
/** Those who are there when the demo opens: seconds before its end. */
const waitingNow: [number, Turnout][] = [
  [150, 'emergency'],
  [200, 'safeguarding'],
  [270, 'asks-for-person'],
  [240, 'asks-for-person'],
  [90, 'goes-on'],
  [60, 'goes-on'],
]

function planArrivals({ perDay, end }: DemoPlan, start: number, zone: string, random: Random) {
  const arrivals: { at: number; turnout: Turnout }[] = []
  const busiest = rhythm.reduce((sum, each) => sum + each, 0)
  for (let at = start; at < end; at += hour) {
    const local = toLocalHour(at, zone)
    const weekday = new Date(`${local.day}T12:00:00Z`).getUTCDay()
    const expected = (perDay * (rhythm[local.hour] ?? 1) * (week[weekday] ?? 1)) / busiest
    const count = Math.floor(expected) + (random.chance(expected % 1) ? 1 : 0)
    for (let each = 0; each < count; each++)
      arrivals.push({
        at: Math.round(at + random.next() * Math.min(hour, end - at)),
        turnout: random.weighted(turnouts),
      })
  }
  for (const [seconds, turnout] of waitingNow) arrivals.push({ at: end - seconds * 1_000, turnout })
  return arrivals.filter(({ at }) => at < end).sort((a, b) => a.at - b.at)
}

function planVisit(citizen: Visit['citizen'], random: Random): Visit {
  const welsh = random.chance(0.06)
  const names = welsh ? Object.keys(welshWords) : Object.keys(matters)
  const intent = random.weighted(Object.fromEntries(names.map((name) => [name, matters[name]?.weight ?? 0])))
  const matter = matters[intent]
  if (!matter) throw new Error(`Nobody comes about ${intent}.`)
  const known = citizen.references.length > 0
  return {
    citizen,
    matter,
    intent,
    locale: welsh ? 'cy-GB' : 'en-GB',
    service: random.weighted({ report: 68, question: 17, person: 6, update: known ? 20 : 3 }),
    byWords: random.chance(0.45),
    content: Math.min(1, Math.max(0, 0.3 + random.next() * 0.8 - (random.chance(0.15) ? 0.5 : 0))),
  }
}
