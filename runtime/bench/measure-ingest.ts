import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Pool } from 'undici'
import { StartedContact } from '../../schema/api/widget.ts'
import { hostileDocuments } from '../knowledge/testing/hostile-documents.ts'
import { publishOnSite, signIn } from '../testing/staff-client.ts'
import { startServer } from '../testing/start-server.ts'
import { tenTurns } from './bench-flow.ts'

const sources = fileURLToPath(new URL('../../runtime/bench/', import.meta.url))
/** Milliseconds between two turns: 50 a second, of visitors who do not wait for each other. */
const pace = 20
const visitors = 25
const alone = 3_000
const goal = 20

/**
 * Milliseconds a turn while one hostile document of the tests after the other is read by the same server, and for a while before
 * each of them, so that whatever else the machine does falls on both (SEC-24: p99 may rise by 20 ms).
 */
export async function measureIngest(): Promise<Record<string, number | string>> {
  const files = writeFiles()
  const server = await startServer({ VISITOR_LIMITS: '0' })
  const staff = await signIn(server.url)
  const { siteKey } = await publishOnSite(staff, tenTurns())
  await staff.call('PUT', '/api/knowledge/collections/hostile', { name: 'Hostile', departments: [] })
  const uploads = await openUploads(server.url, staff.cookie)
  const talk = await openTalk(server.url, siteKey)
  await talk(sleep(5_000))
  const quiet: number[] = []
  const reading: number[] = []
  let refused = 0
  for (const file of files) {
    quiet.push(...(await talk(sleep(alone))))
    const outcome = uploads.upload(file)
    reading.push(...(await talk(outcome)))
    if ((await outcome) === 'refused') refused++
  }
  uploads.close()
  await server.stop()
  const still = summary(quiet)
  const busy = summary(reading)
  return {
    documents: files.length,
    'refused at once': refused,
    'turns alone': quiet.length,
    'turns beside': reading.length,
    'alone, p50 (ms)': still.p50,
    'beside, p50 (ms)': busy.p50,
    'alone, p95 (ms)': still.p95,
    'beside, p95 (ms)': busy.p95,
    'alone, p99 (ms)': still.p99,
    'beside, p99 (ms)': busy.p99,
    'alone, slowest (ms)': still.slowest,
    'beside, slowest (ms)': busy.slowest,
    'p99, beside ÷ alone': Number((busy.p99 / still.p99).toFixed(2)),
    [`p99, beside − alone (ms; goal ${goal})`]: Number((busy.p99 - still.p99).toFixed(1)),
  }
}

/** Visitors who talk at the pace until something has ended; gives how long each of their turns took. */
async function openTalk(url: string, site: string) {
  const pool = new Pool(url, { connections: visitors, pipelining: 1 })
  const post = async (path: string, body: unknown, token = ''): Promise<unknown> => {
    const answer = await pool.request({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
    const text = await answer.body.text()
    if (answer.statusCode >= 300) throw new Error(`${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`)
    return JSON.parse(text)
  }
  const contacts = await Promise.all(
    Array.from({ length: visitors }, async () => StartedContact.parse(await post('/api/widget/contacts', { site }))),
  )
  return async (until: Promise<unknown>): Promise<number[]> => {
    let ended = false
    const end = until.finally(() => {
      ended = true
    })
    const times: number[] = []
    const turns: Promise<void>[] = []
    for (let next = performance.now(), turn = 0; !ended; next += pace, turn++) {
      const { contact, token } = contacts[turn % contacts.length] ?? {}
      const say = async () => {
        const input = { kind: 'text', text: `it was taken from outside the library, as I said (${turn})` }
        await post(`/api/widget/contacts/${contact?.id}/inputs`, { key: randomUUID(), input }, token)
        // From when it was due: what a busy server makes wait counts.
        times.push(performance.now() - next)
      }
      await sleep(Math.max(0, next - performance.now()))
      turns.push(say())
    }
    await end
    await Promise.all(turns)
    return times
  }
}

/** The hostile documents as files: making them takes longer than reading them. */
function writeFiles(): { name: string; file: string }[] {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-hostile-'))
  return hostileDocuments('http://127.0.0.1:9', '/etc/hostname').map(({ name, make }, at) => {
    const file = join(folder, String(at))
    writeFileSync(file, make())
    return { name, file }
  })
}

/** Uploads one file after the other from a process of its own; each call resolves to `read` or `refused`. */
async function openUploads(url: string, cookie: string) {
  const child = spawn(process.execPath, [join(sources, 'upload-client.ts'), url, cookie], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  await lines.next()
  return {
    async upload({ name, file }: { name: string; file: string }): Promise<string> {
      child.stdin.write(`${name}\t${file}\n`)
      return (await lines.next()).value ?? 'refused'
    },
    close: () => child.stdin.end(),
  }
}

function summary(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b)
  const quantile = (q: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0).toFixed(1))
  return { p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99), slowest: quantile(1) }
}
