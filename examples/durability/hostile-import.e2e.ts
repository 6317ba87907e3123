import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { threeQuestions } from '../../runtime/testing/sample-flows.ts'
import { type StaffClient, signIn } from '../../runtime/testing/staff-client.ts'
import { type ServerProcess, startServer } from '../../runtime/testing/start-server.ts'

/** What a hostile document may cost the server beyond what it has, in megabytes (SEC-12). */
const bound = 64

let server: ServerProcess
let staff: StaffClient
beforeAll(async () => {
  server = await startServer()
  staff = await signIn(server.url)
})
afterAll(() => server?.stop())

const node = (id: string) => ({ id, type: 'message', version: 1, position: { x: 0, y: 0 }, data: {} })
const nodes = (count: number) => Array.from({ length: count }, (_, at) => node(`n${at}`))
const names = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, at]))
const deep = `${'{"data":'.repeat(10_000)}1${'}'.repeat(10_000)}`
const flow = (more: object) => JSON.stringify({ ...threeQuestions, ...more })
const documents: Record<string, string> = {
  '100,000 nodes': flow({ nodes: nodes(100_000) }),
  '25,000 nodes': flow({ nodes: nodes(25_000) }),
  'depth 10,000': `{"format":"signpost.flow/1","nodes":[${deep}]}`,
  '100,000 extra names': flow(names(100_000)),
  'a text of 4 million characters': flow({ description: 'x'.repeat(4_000_000) }),
  'half a million numbers': flow({ notes: Array.from({ length: 50 }, () => Array.from({ length: 10_000 }, () => 1)) }),
}

/** Memory of the server by Linux's own account, in megabytes. `peak` counts from the last `forget`. */
const status = () => readFileSync(`/proc/${server.pid()}/status`, 'utf8')
const megabytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status())?.[1]) / 1_024
const forget = () => writeFileSync(`/proc/${server.pid()}/clear_refs`, '5')

async function send(body: RequestInit['body']): Promise<number> {
  const answer = await fetch(`${server.url}/api/flows`, {
    method: 'POST',
    headers: { 'x-signpost': '1', origin: server.url, cookie: staff.cookie, 'content-type': 'application/json' },
    body,
    duplex: 'half',
  } as RequestInit)
  await answer.text()
  return answer.status
}

it.skipIf(!existsSync('/proc/self/clear_refs'))(
  'a hostile document, or 200 MB of one, takes less than 64 MB of the server before it is refused (SEC-12)',
  async () => {
    // Once for everything, so that what is measured is the document and not the first use of the code.
    for (const document of Object.values(documents)) await send(JSON.stringify({ document }))
    const taken: Record<string, number> = {}
    const measure = async (name: string, body: () => RequestInit['body'], wanted: RegExp) => {
      const made = body()
      const before = megabytes('VmRSS')
      forget()
      expect([name, String(await send(made))]).toEqual([name, expect.stringMatching(wanted)])
      taken[name] = Math.max(0, Math.round(megabytes('VmHWM') - before))
    }
    for (const [name, document] of Object.entries(documents))
      await measure(name, () => JSON.stringify({ document }), /^(400|413|422)$/)
    let sent = 0
    const chunk = new Uint8Array(1_048_576).fill(0x20)
    await measure(
      '200 MB',
      () =>
        new ReadableStream<Uint8Array>({
          pull(controller) {
            if (sent++ >= 200) controller.close()
            else controller.enqueue(chunk)
          },
        }),
      /^413$/,
    )
    console.log('megabytes beyond what the server had:', taken)
    for (const [name, more] of Object.entries(taken)) expect([name, more <= bound]).toEqual([name, true])
  },
)
