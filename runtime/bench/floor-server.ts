import { randomBytes, randomUUID } from 'node:crypto'
import { serve } from '@hono/node-server'
import Sqlite from 'better-sqlite3'
import { Hono } from 'hono'

/**
 * The floor that turns are measured against: Hono and better-sqlite3 with the rows of one turn written in one
 * transaction, `synchronous=FULL` and group commit as in the product, and nothing else: no flow, no machine, no
 * assessment, no commitment, no checks.
 *
 * Usage: node floor-server.js FOLDER
 */
const db = new Sqlite(`${process.argv[2]}/floor.db`)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec(`
  CREATE TABLE contacts (id text PRIMARY KEY, token text NOT NULL, version integer NOT NULL, seq integer NOT NULL, state text NOT NULL,
    status text, locale text, verdict text, intent text, department text, priority integer, queued_at integer, owner_id text,
    last_words text, updated_at integer, closed_at integer, close_reason text);
  CREATE INDEX contacts_queue ON contacts (status, priority, queued_at);
  CREATE TABLE turns (contact_id text, n integer, key text, at integer, cause text, facts text, assessment text, path text,
    first_seq integer, last_seq integer, audit integer, PRIMARY KEY (contact_id, n));
  CREATE UNIQUE INDEX turns_key ON turns (contact_id, key);
  CREATE TABLE events (contact_id text, seq integer, at integer, body text, PRIMARY KEY (contact_id, seq));
  CREATE TABLE timers (contact_id text, id text, due_at integer, set_by integer, PRIMARY KEY (contact_id, id));
  CREATE INDEX timers_due ON timers (due_at);
  CREATE TABLE audit_entries (i integer PRIMARY KEY, force_id text, object_id text, entry text, leaf text, salt text, payload text);
  CREATE TABLE audit_head (id integer PRIMARY KEY, size integer);
  INSERT INTO audit_head VALUES (1, 0);
`)
const sql = {
  find: db.prepare('SELECT id, token, version, seq, state FROM contacts WHERE id = ?'),
  repeated: db.prepare('SELECT first_seq, last_seq FROM turns WHERE contact_id = ? AND key = ?'),
  contact: db.prepare(
    `INSERT INTO contacts (id, token, version, seq, state, status, priority) VALUES (?, ?, 0, 0, ?, 'automated', 3)`,
  ),
  turn: db.prepare('INSERT INTO turns VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?)'),
  event: db.prepare('INSERT INTO events VALUES (?, ?, ?, ?)'),
  clear: db.prepare('DELETE FROM timers WHERE contact_id = ? AND id = ?'),
  timer: db.prepare('INSERT OR REPLACE INTO timers VALUES (?, ?, ?, ?)'),
  audit: db.prepare('INSERT INTO audit_entries VALUES (?, ?, ?, ?, ?, ?, NULL)'),
  head: db.prepare('UPDATE audit_head SET size = size + ? WHERE id = 1'),
  state:
    db.prepare(`UPDATE contacts SET version = version + 1, seq = ?, state = ?, status = 'automated', locale = 'en-GB',
    verdict = 'none', intent = NULL, department = NULL, priority = 3, queued_at = NULL, owner_id = NULL, last_words = ?,
    updated_at = ?, closed_at = NULL, close_reason = NULL WHERE id = ? AND version = ?`),
}
interface Row {
  id: string
  token: string
  version: number
  seq: number
  state: string
}
let size = 0
const filler = randomBytes(32).toString('base64url')
const entry = JSON.stringify({
  v: 1,
  i: 0,
  ts: 0,
  actor: filler,
  role: 'visitor',
  op: 'collection',
  objId: filler,
  commit: filler,
})
const assessment = JSON.stringify({
  verdict: 'none',
  category: 'ordinary',
  confidence: 1,
  evidence: [],
  detectorVersion: '1',
})
const emptyState = JSON.stringify({
  path: 'ask-1.waiting-idle',
  values: {},
  recent: Array.from({ length: 6 }, () => ({ from: 'visitor', text: filler })),
})

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
  db.exec('BEGIN IMMEDIATE')
  const results = batch.map(({ work }) => work())
  sql.head.run(batch.length)
  db.exec('COMMIT')
  batch.forEach(({ done }, index) => {
    done(results[index])
  })
}

function take(id: string, key: string, text: string) {
  const row = sql.find.get(id) as Row
  sql.repeated.get(id, key)
  const at = Date.now()
  const events = [
    { type: 'message', from: 'visitor', text, lang: 'en-GB' },
    { type: 'message', from: 'flow', text: 'Thank you. What happened next?', lang: 'en-GB' },
    { type: 'prompt', node: 'ask-2', expects: 'text', label: 'What happened next?', input: 'text', lang: 'en-GB' },
  ]
  const n = row.version + 1
  const last = row.seq + events.length
  sql.audit.run(size++, 'frc', id, entry, filler, filler)
  sql.turn.run(
    id,
    n,
    key,
    at,
    JSON.stringify({ kind: 'visitor', input: { kind: 'text', text } }),
    assessment,
    '["ask-1 outcome.answered"]',
    row.seq + 1,
    last,
    size,
  )
  events.forEach((event, index) => {
    sql.event.run(id, row.seq + 1 + index, at, JSON.stringify(event))
  })
  sql.clear.run(id, `ask-${n - 1}`)
  sql.timer.run(id, `ask-${n}`, at + 72_000_000, n)
  sql.state.run(last, row.state, text, at, id, row.version)
  return {
    accepted: true,
    seq: last,
    events: events.map((event, index) => ({ ...event, seq: row.seq + 1 + index, at })),
  }
}

const app = new Hono()
app.post('/api/widget/contacts', async (c) => {
  const id = randomUUID()
  const token = randomBytes(32).toString('base64url')
  const started = await write(() => {
    sql.contact.run(id, token, emptyState)
    return take(id, 'started', '')
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
