import { readFileSync } from 'node:fs'
import { Agent, request } from 'undici'
import { publishOnSite, signIn } from '../testing/staff-client.ts'
import { startServer } from '../testing/start-server.ts'
import { tenTurns } from './bench-flow.ts'

const contacts = 1_000
const streams = 2_000

/** Memory of 1,000 live contacts, and streams that are held open at once and still hear an event. */
export async function measureContacts(): Promise<Record<string, number>> {
  const server = await startServer()
  const { siteKey } = await publishOnSite(await signIn(server.url), tenTurns())
  const agent = new Agent({ connections: 64 })
  const started: { id: string; token: string }[] = []
  const before = residentMegabytes(server.pid())
  for (let count = 0; count < contacts; count += 50)
    started.push(...(await Promise.all(Array.from({ length: 50 }, start))))
  const after = residentMegabytes(server.pid())

  const open = new Agent({ connections: streams + 10, bodyTimeout: 0, headersTimeout: 60_000 })
  let heard = 0
  const held = await Promise.all(
    Array.from({ length: streams }, async (_, index) => {
      const contact = started[index % started.length]
      if (!contact) throw new Error('There is no contact.')
      const answer = await request(`${server.url}/api/widget/contacts/${contact.id}/events?after=1000`, {
        dispatcher: open,
        headers: { accept: 'text/event-stream', authorization: `Bearer ${contact.token}` },
      })
      answer.body.on('error', () => {})
      answer.body.on('data', (part: Buffer) => {
        if (String(part).includes('"visitor"')) heard++
      })
      return answer
    }),
  )
  const withStreams = residentMegabytes(server.pid())
  const begun = performance.now()
  await Promise.all(started.map((contact) => say(contact)))
  while (heard < streams && performance.now() - begun < 20_000) await new Promise((resolve) => setTimeout(resolve, 20))
  const spread = performance.now() - begun
  for (const answer of held) answer.body.destroy()
  await Promise.all([agent.destroy(), open.destroy()])
  await server.stop()
  return {
    'memory before (MB)': before,
    'memory with 1,000 live contacts (MB)': after,
    'streams held': held.length,
    'memory with the streams (MB)': withStreams,
    'streams that heard their event': heard,
    '1,000 turns heard on every stream after (ms)': Math.round(spread),
  }

  async function start(): Promise<{ id: string; token: string }> {
    const answer = await request(`${server.url}/api/widget/contacts`, {
      dispatcher: agent,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ site: siteKey }),
    })
    const body = (await answer.body.json()) as { contact: { id: string }; token: string }
    return { id: body.contact.id, token: body.token }
  }

  async function say(contact: { id: string; token: string }): Promise<void> {
    const answer = await request(`${server.url}/api/widget/contacts/${contact.id}/inputs`, {
      dispatcher: agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${contact.token}` },
      body: JSON.stringify({ key: crypto.randomUUID(), input: { kind: 'text', text: 'my bike was taken' } }),
    })
    await answer.body.text()
  }
}

/** Resident memory of a process, from Linux's own account; NaN elsewhere. */
function residentMegabytes(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Math.round(Number(kilobytes) / 1_024)
  } catch {
    return Number.NaN
  }
}
