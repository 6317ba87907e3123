import { randomUUID } from 'node:crypto'
import { request } from 'undici'
import { readBuiltInLabelled } from '../safety/built-in.ts'
import { dangerCorpus } from '../testing/danger-corpus.ts'
import { publishOnSite, signIn } from '../testing/staff-client.ts'
import { startServer } from '../testing/start-server.ts'
import { tenTurns } from './bench-flow.ts'

/**
 * Milliseconds from a visitor's words of danger to the answer with the 999 advice, over HTTP, each in a contact of its own
 * (SAFE-01). The alert and the contact are durable by then. The goal: 100 at p99.
 */
export async function measureAdvice(): Promise<Record<string, number | string>> {
  const server = await startServer({ VISITOR_LIMITS: '0' })
  try {
    const { siteKey } = await publishOnSite(await signIn(server.url), tenTurns())
    const phrases = dangerCorpus(await readBuiltInLabelled())
    const times: number[] = []
    let advised = 0
    for (const { text } of phrases) {
      const { contact, token } = await post(`${server.url}/api/widget/contacts`, { site: siteKey })
      const body = { key: randomUUID(), input: { kind: 'text', text } }
      const began = performance.now()
      const { events } = await post(`${server.url}/api/widget/contacts/${contact.id}/inputs`, body, token)
      times.push(performance.now() - began)
      if (events[1]?.type === 'advice') advised++
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => Number((times[Math.floor(share * times.length)] ?? Number.NaN).toFixed(1))
    return {
      'phrases of danger': phrases.length,
      'answered by the advice at once': advised,
      'p50 (ms)': at(0.5),
      'p99 (ms)': at(0.99),
      'longest (ms)': at(1 - 1e-9),
    }
  } finally {
    await server.stop()
  }
}

/** What the server answers, as far as it is read here. */
interface Answer {
  contact: { id: string }
  token: string
  events: { type: string }[]
}

async function post(url: string, body: object, token?: string): Promise<Answer> {
  const { statusCode, body: answer } = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(body),
  })
  if (statusCode >= 300) throw new Error(`${url} answered ${statusCode}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}
