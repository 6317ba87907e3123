import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import Sqlite from 'better-sqlite3'
import { Hono } from 'hono'

/**
 * The floor that turns are measured against: Hono and better-sqlite3 with the rows of one turn written in one
 * transaction, `synchronous=FULL` and group commit as in the product. The tables are the product's own, from its
 * migrations, and every row has the columns, the sizes and the number that the product's has; `row-sizes.ts` measures both.
 * Beyond what the rows need there is nothing: no flow, no machine, no assessment, no hash, no checks.
 *
 * Usage: node floor-server.js FOLDER
 */
const db = new Sqlite(`${process.argv[2]}/signpost.db`)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
const migrations = new URL('../db/migrations/', import.meta.url)
for (const name of readdirSync(migrations).sort())
  if (name.endsWith('.sql')) db.exec(readFileSync(new URL(name, migrations), 'utf8'))
db.exec('INSERT INTO audit_head (id, size) VALUES (1, 0)')

const sql = {
  find: db.prepare('SELECT version, state FROM contacts WHERE id = ?'),
  repeated: db.prepare('SELECT first_seq, last_seq FROM turns WHERE contact_id = ? AND key = ?'),
  number: db.prepare(
    `INSERT INTO counters (force_id, name, value) VALUES (?, 'contact', 10001)
     ON CONFLICT (force_id, name) DO UPDATE SET value = counters.value + 1 RETURNING value`,
  ),
  contact: db.prepare(
    `INSERT INTO contacts (id, force_id, site_id, number, token_hash, flow_id, flow_version, version, seq, state, status,
       locale, verdict, priority, last_words, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, 'ten-turns', 1, 0, 0, ?, 'automated', 'en-GB', 'none', 3, '', ?, ?)`,
  ),
  turn: db.prepare(
    `INSERT INTO turns (contact_id, n, key, at, cause, assessment, path, first_seq, last_seq, audit)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  events: [1, 2, 3].map((count) =>
    db.prepare(`INSERT INTO events (contact_id, seq, at, body) VALUES ${Array(count).fill('(?, ?, ?, ?)').join(', ')}`),
  ),
  clear: db.prepare('DELETE FROM timers WHERE contact_id = ? AND id = ?'),
  timer: db.prepare('INSERT OR REPLACE INTO timers (contact_id, id, due_at, set_by) VALUES (?, ?, ?, ?)'),
  audit: db.prepare('INSERT INTO audit_entries (i, force_id, object_id, entry, leaf, salt) VALUES (?, ?, ?, ?, ?, ?)'),
  head: db.prepare('UPDATE audit_head SET size = ? WHERE id = 1'),
  state: db.prepare(
    `UPDATE contacts SET version = version + 1, seq = ?, state = ?, last_words = ?, updated_at = ?, changed_at = ?
     WHERE id = ? AND version = ?`,
  ),
  begin: db.prepare('BEGIN IMMEDIATE'),
  commit: db.prepare('COMMIT'),
}

const hex = (bytes: number) => randomBytes(bytes).toString('hex')
const force = `frc_${hex(16)}`
const site = `sit_${hex(16)}`
const hash = hex(32)
const word = randomBytes(32).toString('base64url')
const assessment = JSON.stringify({
  verdict: 'none',
  category: 'ordinary',
  confidence: 0.5,
  evidence: [],
  detectorVersion: hex(8),
})
const questions = 10

interface State {
  path: string
  seq: number
  turns: number
  visitorTurns: number
  values: Record<string, string>
  recent: { from: 'visitor' | 'flow'; text: string }[]
  prompt?: { seq: number; prompt: object }
  lastWords?: string
}
const fresh = JSON.stringify({
  path: 'start',
  seq: 0,
  turns: 0,
  visitorTurns: 0,
  values: {},
  locale: 'en-GB',
  verdict: 'none',
  intent: '',
  department: '',
  recent: [],
  memory: { failed: 0 },
} satisfies State & Record<string, unknown>)

let size = 0
let queue: { work: () => unknown; done: (result: unknown) => void }[] = []
function write<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    queue.push({ work, done: (result) => resolve(result as Result) })
    if (queue.length === 1) setImmediate(flush)
  })
}
function flush(): void {
  const batch = queue
  queue = []
  sql.begin.run()
  const results = batch.map(({ work }) => work())
  sql.head.run(size)
  sql.commit.run()
  batch.forEach(({ done }, index) => {
    done(results[index])
  })
}

/** One turn: what was said, the next question, and a state written on by hand. Without `text` the contact begins. */
function take(id: string, key: string, text?: string) {
  const row = sql.find.get(id) as { version: number; state: string }
  sql.repeated.get(id, key)
  const state = JSON.parse(row.state) as State
  const at = Date.now()
  const from = (state.visitorTurns % questions) + 1
  const next = text === undefined ? 1 : (from % questions) + 1
  const question = `Thank you. What happened next? (${next})`
  const prompt = { node: `ask-${next}`, expects: 'text', label: question, input: 'text' }
  const events = [
    ...(text === undefined ? [] : [{ type: 'message', from: 'visitor', text, lang: 'en-GB', key }]),
    { type: 'message', from: 'flow', lang: 'en-GB', text: question },
    { type: 'prompt', lang: 'en-GB', ...prompt },
  ]
  const first = state.seq + 1
  state.seq += events.length
  state.turns++
  state.path = `ask-${next}.waiting-idle`
  state.prompt = { seq: state.seq, prompt }
  if (text !== undefined) {
    state.visitorTurns++
    state.values[`answer_${from}`] = text
    state.lastWords = text
    state.recent.push({ from: 'visitor', text })
  }
  state.recent.push({ from: 'flow', text: question })
  state.recent = state.recent.slice(-6)

  const i = size++
  const entry = JSON.stringify({
    actor: id,
    commit: word,
    dept: null,
    i,
    objId: id,
    objType: 'contact',
    op: 'collection',
    outcome: 'done',
    role: 'visitor',
    ts: at,
    v: 1,
  })
  sql.audit.run(i, force, id, entry, word, word)
  const cause =
    text === undefined ? { kind: 'started', locale: 'en-GB' } : { kind: 'visitor', input: { kind: 'text', text } }
  const path = [`ask-${from} node.happened`, `ask-${from} outcome.answered`, `ask-${next} step.wait.idle`]
  sql.turn.run(
    id,
    state.turns,
    key,
    at,
    JSON.stringify(cause),
    text === undefined ? null : assessment,
    JSON.stringify(text === undefined ? path.slice(1) : path),
    first,
    state.seq,
    i,
  )
  sql.events[events.length - 1]?.run(
    ...events.flatMap((event, index) => [id, first + index, at, JSON.stringify(event)]),
  )
  if (text !== undefined) sql.clear.run(id, `xstate.after.72000000.ask-${from}:waiting-idle`)
  sql.timer.run(id, `xstate.after.72000000.ask-${next}:waiting-idle`, at + 72_000_000, state.turns)
  sql.state.run(state.seq, JSON.stringify(state), state.lastWords ?? '', at, at, id, row.version)
  const sent = new Date(at).toISOString()
  return {
    accepted: true,
    seq: state.seq,
    events: events.map((event, index) => ({ ...event, seq: first + index, at: sent })),
  }
}

const app = new Hono()
app.post('/api/widget/contacts', async (c) => {
  const id = `ctc_${hex(16)}`
  const token = randomBytes(32).toString('base64url')
  const started = await write(() => {
    const { value } = sql.number.get(force) as { value: number }
    sql.contact.run(id, force, site, value, hash, fresh, Date.now(), Date.now())
    return take(id, 'started')
  })
  return c.json({ contact: { id }, token, events: started.events }, 201)
})
app.post('/api/widget/contacts/:id/inputs', async (c) => {
  const body = (await c.req.json()) as { key: string; input: { text: string } }
  return c.json(await write(() => take(c.req.param('id'), body.key, body.input.text)))
})
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  console.log(`ready http://127.0.0.1:${port}`)
})
process.on('SIGTERM', () => server.close(() => process.exit(0)))
