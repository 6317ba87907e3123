import type { Browser } from 'playwright-core'
import { Agent, request } from 'undici'
import { usualDepartment } from '../../schema/department.ts'
import { addColleague } from '../testing/add-colleague.ts'
import { openBrowser } from '../testing/open-browser.ts'
import { threeQuestions } from '../testing/sample-flows.ts'
import { publishOnSite, signIn } from '../testing/staff-client.ts'
import { startServer } from '../testing/start-server.ts'
import { followInbox } from './follow-inbox.ts'
import { watchQueue } from './watch-queue.ts'

const contacts = 1_000
const operators = 50
/** Visitors write at this pace all the time; of so many messages each is timed. Milliseconds. */
const pause = 100
const messages = 300
/** The first ones warm both sides up and are not counted. */
const warm = 50

/**
 * From the instant at which a visitor's message leaves their browser to the one at which every operator has it, with 50
 * operators who all see 1,000 open contacts and ten messages a second. One operator is a real browser, timed to the frame
 * in which the words stand in its queue; the others are streams, timed to the frame that brings them.
 */
export async function measureInbox(): Promise<Record<string, number>> {
  const server = await startServer({ VISITOR_LIMITS: '0', TRUST_PROXY: '1' })
  let browser: Browser | undefined
  const agent = new Agent({ connections: 16 })
  try {
    const admin = await signIn(server.url)
    await admin.call('PUT', '/api/departments', {
      departments: [{ ...usualDepartment, id: 'control-room', name: 'Control room' }],
    })
    const { siteKey } = await publishOnSite(admin, threeQuestions)
    const cookies: string[] = []
    for (let at = 0; at < operators; at++)
      cookies.push(await addColleague(server.url, admin, `Operator${at}`, 'operator', ['control-room'], `10.0.0.${at}`))
    const waiting: { id: string; token: string }[] = []
    for (let count = 0; count < contacts; count += 20)
      waiting.push(...(await Promise.all(Array.from({ length: 20 }, () => queueUp(siteKey)))))

    const [own = '', ...others] = cookies
    browser = await openBrowser()
    const screen = await watchQueue(browser, server.url, own)
    const streams = await Promise.all(others.map((cookie) => followInbox(server.url, cookie)))
    const sentAt = new Map<string, number>()
    const acknowledged: number[] = []
    for (let at = 0; at < messages; at++) {
      // Every fifth message is of a contact that stands at the head of the queue, where the browser shows it.
      const contact = waiting[at % 5 === 0 ? (at / 5) % 20 : (at * 379) % contacts]
      if (!contact) throw new Error('There is no contact.')
      const words = `message ${at} of the measurement`
      const sent = Date.now()
      if (at >= warm) sentAt.set(words, sent)
      void say(contact, { kind: 'text', text: words }).then(() => {
        if (at >= warm) acknowledged.push(Date.now() - sent)
      })
      await rest(pause)
    }
    await rest(2_000)
    const heard = streams.flatMap((stream) => toDelays(stream.heard, sentAt))
    const seen = toDelays(await screen.seen(), sentAt)
    const answered = streams.reduce((sum, stream) => sum + stream.answered(), 0)
    for (const stream of streams) stream.close()
    return {
      'open contacts': contacts,
      'operators who see all of them': operators,
      'messages timed': sentAt.size,
      'beats answered by streams': answered,
      'heard by streams': heard.length,
      'seen in the browser': seen.length,
      'acknowledged to the visitor p95 (ms)': quantile(acknowledged, 0.95),
      'event to stream p50 (ms)': quantile(heard, 0.5),
      'event to stream p95 (ms)': quantile(heard, 0.95),
      'event to stream p99 (ms)': quantile(heard, 0.99),
      'event to screen p50 (ms)': quantile(seen, 0.5),
      'event to screen p95 (ms)': quantile(seen, 0.95),
    }
  } finally {
    await browser?.close()
    await agent.destroy()
    await server.stop()
  }

  /** A visitor who asks for a person. */
  async function queueUp(site: string): Promise<{ id: string; token: string }> {
    const { contact, token } = (await post('/api/widget/contacts', { site })) as {
      contact: { id: string }
      token: string
    }
    await say({ id: contact.id, token }, { kind: 'person' })
    return { id: contact.id, token }
  }

  function say({ id, token }: { id: string; token: string }, input: object): Promise<unknown> {
    return post(`/api/widget/contacts/${id}/inputs`, { key: crypto.randomUUID(), input }, token)
  }

  async function post(path: string, body: object, token = ''): Promise<unknown> {
    const answer = await request(server.url + path, {
      dispatcher: agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
    const text = await answer.body.text()
    if (answer.statusCode >= 300) throw new Error(`${path} answered ${answer.statusCode}: ${text.slice(0, 300)}`)
    return JSON.parse(text)
  }
}

function toDelays(heard: ReadonlyMap<string, number>, sentAt: ReadonlyMap<string, number>): number[] {
  return [...heard].flatMap(([words, at]) => {
    const sent = sentAt.get(words)
    return sent === undefined ? [] : [at - sent]
  })
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN)
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
