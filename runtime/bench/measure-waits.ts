import { inboxRoutes } from '../../schema/api/inbox.ts'
import { warningsRoutes } from '../../schema/api/warnings.ts'
import { type StartedContact, widgetRoutes } from '../../schema/api/widget.ts'
import { usualDepartment } from '../../schema/department.ts'
import { addColleague } from '../testing/add-colleague.ts'
import { readFrames } from '../testing/read-frames.ts'
import { toFlow } from '../testing/sample-flows.ts'
import { createStaffClient, publishOnSite, type StaffClient, signIn } from '../testing/staff-client.ts'
import { startServer } from '../testing/start-server.ts'
import { type FollowedInbox, followInbox } from './follow-inbox.ts'

const neverOpen = Array.from({ length: 7 }, () => [])
/** One department for each thing that can go wrong. Those who work there have its name. */
const teams = ['deserted', 'shut', 'closing', 'vanishing', 'silent', 'raced'] as const
type Team = (typeof teams)[number]

/** Asks which team, and waits for a person of it. */
const flow = toFlow(
  [
    ['start', 'start'],
    ['team', 'question', { kind: 'text', question: 'Which team?', variable: 'team' }],
    ['route', 'route', { rules: teams.map((id) => ({ id, department: id, when: `team == "${id}"` })) }],
    ['person', 'handover'],
    ['end', 'end', { text: 'Goodbye.' }],
  ],
  [
    'start.next > team',
    'team.answered > route',
    'team.gave-up > end',
    ...teams.map((id) => `route.${id} > person`),
    'route.else > end',
    'person.resolved > end',
    'person.returned > end',
    'person.unavailable > end',
  ],
  { variables: [{ name: 'team', type: 'text' }] },
)

/**
 * The times of waiting (F14 to F18 of hardening.md, SAFE-09, SAFE-10) on the built server, by the clock on the wall: from
 * what was done to what the visitor's stream brings, in seconds. It takes the five minutes that nobody waits longer than.
 */
export async function measureWaits(): Promise<Record<string, number | string>> {
  const server = await startServer({ VISITOR_LIMITS: '0' })
  const inboxes: FollowedInbox[] = []
  try {
    const admin = await signIn(server.url)
    await admin.call('PUT', '/api/departments', {
      departments: teams.map((id) => ({ ...usualDepartment, id, name: id, hours: id === 'shut' ? neverOpen : null })),
    })
    const { siteKey } = await publishOnSite(admin, flow)
    // Reads the warnings, and has no inbox open: a supervisor whose browser is there is somebody who is there.
    const boss = createStaffClient(server.url, await addColleague(server.url, admin, 'Boss', 'supervisor', teams))
    const timed = await Promise.all([
      timeDeserted(),
      timeShut(),
      timeGone('closing', (inbox) => inbox.close()),
      timeGone('vanishing', (inbox) => inbox.vanish()),
      timeSilence(),
      timeRace(),
    ])
    return Object.assign({}, ...timed)

    async function timeDeserted() {
      const wait = await begin('deserted')
      const [atOnce, reassured, offered, closed, warned] = await Promise.all([
        wait.until('Nobody is free just now'),
        wait.until('You are still in the queue'),
        wait.until('Nobody has been able to join yet'),
        wait.until('"type":"closed"'),
        wait.untilWarned('nobody-there'),
      ])
      return {
        'F14 nobody there: says so (0 s)': atOnce,
        'F14 reassures (60 s)': reassured,
        'F14 warns supervisors (60 s)': warned,
        'F14 offers other ways (120 s)': offered,
        'F14 closes honestly (300 s)': closed,
      }
    }

    async function timeShut() {
      const wait = await begin('shut')
      return { 'F15 closed: says so (0 s)': await wait.until('This team is closed now') }
    }

    async function timeGone(team: Team, leave: (inbox: FollowedInbox) => void) {
      const { person, inbox } = await come(team)
      const wait = await begin(team)
      await person.call('POST', claimOf(wait.id))
      // Long enough for a beat, and for its answer.
      await rest(6_000)
      leave(inbox)
      wait.restart()
      return { [`F16 browser ${team}: passed on (30 to 60 s)`]: await wait.until('passing you to another colleague') }
    }

    async function timeSilence() {
      const { person } = await come('silent')
      const wait = await begin('silent')
      await person.call('POST', claimOf(wait.id))
      wait.restart()
      const [told, warned] = await Promise.all([wait.until('nobody has answered you'), wait.untilWarned('silent')])
      return { 'F17 silent: notice and exits (120 s)': told, 'F17 warns supervisors (120 s)': warned }
    }

    async function timeRace() {
      const both = await Promise.all(['Raced', 'Rival'].map((name) => come(name, 'raced')))
      const wait = await begin('raced')
      const tries = await Promise.all(
        both.map(({ person }) =>
          person.call('POST', claimOf(wait.id)).then(
            () => 'has it',
            (error: unknown) => `told so after ${wait.since()} s: ${String(error).includes('409') ? 409 : error}`,
          ),
        ),
      )
      return { 'F18 two claim': tries.sort().join('; ') }
    }

    async function come(name: string, team = name) {
      const cookie = await addColleague(server.url, admin, name, 'operator', [team])
      const inbox = await followInbox(server.url, cookie)
      inboxes.push(inbox)
      return { person: createStaffClient(server.url, cookie), inbox }
    }

    async function begin(team: Team) {
      const started = widgetRoutes.start.response.parse(await post('/api/widget/contacts', { site: siteKey }))
      await post(
        `/api/widget/contacts/${started.contact.id}/inputs`,
        { key: crypto.randomUUID(), input: { kind: 'text', text: team } },
        started.token,
      )
      return watchWait(started, boss)
    }
  } finally {
    for (const inbox of inboxes) inbox.close()
    await server.stop()
  }

  /** The waiting of one visitor, timed from now or from `restart`. */
  function watchWait({ contact: { id }, token }: StartedContact, supervisor: StaffClient) {
    let began = performance.now()
    const since = () => Number(((performance.now() - began) / 1_000).toFixed(2))
    return {
      id,
      since,
      restart() {
        began = performance.now()
      },
      async until(words: string): Promise<number> {
        const stream = await fetch(`${server.url}/api/widget/contacts/${id}/events`, {
          headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` },
        })
        await readFrames(stream, (frames) => frames.some(({ data }) => data.includes(words)))
        return since()
      },
      async untilWarned(kind: string): Promise<number> {
        for (;;) {
          const { warnings } = warningsRoutes.list.response.parse(
            await supervisor.call('GET', warningsRoutes.list.path),
          )
          if (warnings.some((warning) => warning.contact === id && warning.kind === kind)) return since()
          await rest(100)
        }
      },
    }
  }

  async function post(path: string, body: object, token = ''): Promise<unknown> {
    const answer = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
}

function claimOf(contact: string): string {
  return inboxRoutes.claim.path.replace('{id}', contact)
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
