import { randomUUID } from 'node:crypto'
import { Pool } from 'undici'

/**
 * A process of its own that plays the ten-turn conversation with `clients` at once for `seconds`, and prints what it
 * measured as JSON. Usage: node load-client.js URL SITE CLIENTS SECONDS
 */
const [url = '', site = '', clients = '32', seconds = '8'] = process.argv.slice(2)
const words = [
  'my bike was taken from outside the library last night',
  'it is a blue Trek Marlin with a dent in the frame',
  'about nine in the evening I think',
  'it was on the bike rack by the main door',
  'there is a camera on the corner by the bank',
  'the lock was cut and left on the ground',
  'I bought it two years ago for four hundred pounds',
  'the frame number ends in 0871',
  'I would like a crime reference number please',
  'that is all thank you',
]
const pool = new Pool(url, { connections: Number(clients), pipelining: 1 })
const latencies: number[] = []
const started = performance.now()
/** What is measured begins after this many turns and milliseconds: a process that was just started is slower. */
const before = { turns: 4_000, ms: 2_000 }
let turns = 0
let counted = 0
let warm = Number.POSITIVE_INFINITY
let end = Number.POSITIVE_INFINITY

await Promise.all(Array.from({ length: Number(clients) }, converse))
const elapsed = (performance.now() - warm) / 1_000
latencies.sort((a, b) => a - b)
const quantile = (q: number) => Number((latencies[Math.floor(latencies.length * q)] ?? 0).toFixed(2))
console.log(JSON.stringify({ turnsPerSecond: Math.round(counted / elapsed), p50: quantile(0.5), p99: quantile(0.99) }))
await pool.close()

async function converse(): Promise<void> {
  while (performance.now() < end) {
    const { contact, token } = (await post('/api/widget/contacts', { site })) as {
      contact: { id: string }
      token: string
    }
    for (const text of words) {
      const sent = performance.now()
      await post(
        `/api/widget/contacts/${contact.id}/inputs`,
        { key: randomUUID(), input: { kind: 'text', text } },
        token,
      )
      const answered = performance.now()
      turns++
      if (warm === Number.POSITIVE_INFINITY && turns >= before.turns && answered > started + before.ms) {
        warm = answered
        end = warm + Number(seconds) * 1_000
      }
      if (sent > warm && answered < end + 1_000) {
        latencies.push(answered - sent)
        counted++
      }
    }
  }
}

async function post(path: string, body: unknown, token = ''): Promise<unknown> {
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
