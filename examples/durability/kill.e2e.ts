import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { definitions } from '../../nodes/definitions.ts'
import { runtimes } from '../../nodes/runtimes.ts'
import type { ContactState } from '../../runtime/contact/contact-state.ts'
import { replayContact } from '../../runtime/contact/replay-contact.ts'
import { toFlow } from '../../runtime/testing/sample-flows.ts'
import { publishOnSite, signIn } from '../../runtime/testing/staff-client.ts'
import { type ServerProcess, startServer } from '../../runtime/testing/start-server.ts'
import type { Event } from '../../schema/event.ts'
import { startRecordsService } from '../records-service/records-service.ts'

const kills = Number(process.env.KILLS ?? 45)
const clients = 20

/** A conversation without an end: it asks, submits to the records system, says the reference, and asks again. */
const flow = toFlow(
  [
    ['start', 'start'],
    ['ask', 'question', { kind: 'text', question: 'What happened?', variable: 'what' }],
    [
      'submit',
      'http-action',
      {
        connection: 'records',
        method: 'POST',
        path: ['reports'],
        body: [{ field: 'summary', value: 'what' }],
        save: [{ from: 'reference', variable: 'reference' }],
        tries: 10,
      },
    ],
    ['tell', 'message', { text: 'Your reference is {{ reference }}.' }],
    ['sorry', 'message', { text: 'We could not confirm it.' }],
    ['more', 'question', { kind: 'text', question: 'Anything else?', variable: 'more' }],
    ['end', 'end'],
  ],
  [
    'start.next > ask',
    'ask.answered > submit',
    'ask.gave-up > end',
    'submit.succeeded > tell',
    'submit.failed > sorry',
    'tell.next > more',
    'sorry.next > more',
    'more.answered > ask',
    'more.gave-up > end',
  ],
  {
    variables: [
      { name: 'what', type: 'text' },
      { name: 'more', type: 'text' },
      { name: 'reference', type: 'reference' },
    ],
  },
)

/** What one client knows: only what the server acknowledged to it. */
interface Client {
  id: string
  token: string
  /** Every text it sent, and whether it was acknowledged. */
  sent: Map<string, boolean>
  seen: Event[]
  stopped: boolean
}

let server: ServerProcess
let records: Awaited<ReturnType<typeof startRecordsService>>
let siteKey = ''

beforeAll(async () => {
  records = await startRecordsService()
  server = await startServer({}, { reaches: [records.url] })
  const staff = await signIn(server.url)
  await staff.call('PUT', '/api/connections/records', {
    name: 'Northmoor records',
    origin: records.url,
    addresses: ['127.0.0.0/8'],
    idempotent: true,
  })
  siteKey = (await publishOnSite(staff, flow)).siteKey
})
afterAll(async () => {
  await server?.stop()
  await records?.stop()
})

it(`loses nothing that was acknowledged in ${kills} kills under ${clients} clients`, async () => {
  const all = await Promise.all(Array.from({ length: clients }, begin))
  const running = all.map(converse)
  for (let kill = 1; kill <= kills; kill++) {
    await pause(100 + Math.random() * 500)
    await server.kill()
    const readyAfter = await server.start()
    expect(readyAfter, 'I8: serving again').toBeLessThan(5_000)
    check(kill)
  }
  for (const client of all) client.stopped = true
  await Promise.all(running)
  await settle()
  await server.stop()
  await checkAtRest(all)
  const acknowledged = all.flatMap(({ sent }) => [...sent.values()]).filter(Boolean).length
  expect(acknowledged).toBeGreaterThan(kills)
  console.log(`${kills} kills, ${acknowledged} acknowledged messages, ${records.ledger().length} reports`)
}, 600_000)

async function begin(): Promise<Client> {
  const { contact, token, events } = await post('/api/widget/contacts', { site: siteKey })
  return { id: contact.id, token, sent: new Map(), seen: events, stopped: false }
}

/** Sends a message, again with the same key until it is acknowledged, then the next; picks up what came meanwhile. */
async function converse(client: Client): Promise<void> {
  for (let count = 0; !client.stopped; count++) {
    const text = `message ${count} of ${client.id}`
    const key = randomUUID()
    client.sent.set(text, false)
    while (!client.sent.get(text)) {
      try {
        await post(`/api/widget/contacts/${client.id}/inputs`, { key, input: { kind: 'text', text } }, client.token)
        client.sent.set(text, true)
      } catch {
        await pause(20 + Math.random() * 50)
      }
    }
    await catchUp(client)
  }
}

/** Resumes after the last number that was seen. I6: exactly what follows it, without gap or repetition. */
async function catchUp(client: Client): Promise<void> {
  const after = client.seen.at(-1)?.seq ?? 0
  try {
    const answer = await fetch(`${server.url}/api/widget/contacts/${client.id}/events?after=${after}`, {
      headers: { authorization: `Bearer ${client.token}` },
    })
    if (!answer.ok) return
    const { events } = (await answer.json()) as { events: Event[] }
    events.forEach((event, index) => {
      expect(event.seq, 'I6: the exact tail').toBe(after + index + 1)
    })
    client.seen.push(...events)
  } catch (error) {
    if (error instanceof Error && error.name === 'AssertionError') throw error
  }
}

/** What must hold in the tables at any moment after a restart. */
function check(kill: number): void {
  const db = new Sqlite(join(server.folder, 'signpost.db'), { readonly: true })
  try {
    expect(db.pragma('quick_check', { simple: true }), `I12 after kill ${kill}`).toBe('ok')
    const gaps = db
      .prepare(`SELECT contact_id FROM events GROUP BY contact_id HAVING count(*) <> max(seq) OR min(seq) <> 1`)
      .all()
    expect(gaps, `I3 after kill ${kill}`).toEqual([])
    const owners = db
      .prepare(
        `SELECT contact_id, count(*) AS n FROM turns WHERE json_extract(cause, '$.does') = 'join' GROUP BY contact_id HAVING n > 1`,
      )
      .all()
    expect(owners, `I10 after kill ${kill}`).toEqual([])
    const stuck = db
      .prepare(
        `SELECT id FROM contacts WHERE status = 'automated' AND json_extract(state, '$.prompt') IS NULL
           AND NOT EXISTS (SELECT 1 FROM effects WHERE contact_id = contacts.id AND status IN ('waiting', 'running'))
           AND NOT EXISTS (SELECT 1 FROM timers WHERE contact_id = contacts.id)`,
      )
      .all()
    expect(stuck, `I8 after kill ${kill}`).toEqual([])
  } finally {
    db.close()
  }
}

/** Waits until every effect has come back, at most for a lease. */
async function settle(): Promise<void> {
  for (let second = 0; second < 90; second++) {
    const db = new Sqlite(join(server.folder, 'signpost.db'), { readonly: true })
    const row = db.prepare(`SELECT count(*) AS open FROM effects WHERE status IN ('waiting', 'running')`).get() as {
      open: number
    }
    db.close()
    if (row.open === 0) return
    await pause(1_000)
  }
}

async function checkAtRest(all: readonly Client[]): Promise<void> {
  const db = new Sqlite(join(server.folder, 'signpost.db'))
  expect(db.pragma('integrity_check', { simple: true }), 'I12').toBe('ok')
  for (const client of all) {
    const rows = db.prepare('SELECT seq, body FROM events WHERE contact_id = ? ORDER BY seq').all(client.id) as {
      seq: number
      body: string
    }[]
    const said = rows
      .map(({ body }) => JSON.parse(body) as Event)
      .flatMap((event) => (event.type === 'message' && event.from === 'visitor' ? [event.text] : []))
    for (const [text, acknowledged] of client.sent) {
      const times = said.filter((words) => words === text).length
      if (acknowledged) expect(times, `I1: "${text}" is there exactly once`).toBe(1)
      else expect(times, `I2: "${text}" is there at most once`).toBeLessThanOrEqual(1)
    }
    client.seen.forEach((event, index) => {
      expect(event.seq).toBe(index + 1)
    })
  }
  const reader = {
    all: async (sql: string, params: readonly unknown[] = []) => db.prepare(sql).all(...params),
  } as unknown as Parameters<typeof replayContact>[0]
  for (const { id } of all) {
    const { stored, replayed } = await replayContact(reader, { definitions, runtimes }, new Map(), id, 'Europe/London')
    expect(replayed as ContactState, 'I4: the journal gives the same state').toEqual(stored)
  }
  const done = db.prepare(`SELECT count(*) AS n FROM effects WHERE status = 'done'`).get() as { n: number }
  const keys = records.ledger().map(({ key }) => key)
  expect(new Set(keys).size, 'I5: one execution for each effect').toBe(keys.length)
  expect(keys.length).toBeGreaterThanOrEqual(done.n)
  const open = db.prepare(`SELECT count(*) AS n FROM effects WHERE status IN ('waiting', 'running')`).get() as {
    n: number
  }
  expect(keys.length, 'I5: no report that no flow asked for').toBeLessThanOrEqual(done.n + open.n)
  db.close()
}

async function post(path: string, body: unknown, token = '') {
  const answer = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(5_000),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return await answer.json()
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
