import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * A process of its own that uploads the files whose name and path it is told, a line each, and prints for each whether it
 * was `read` (or given up) or `refused` as it came. Usage: node upload-client.ts URL COOKIE
 */
const [url = '', cookie = ''] = process.argv.slice(2)
const headers = { cookie, 'x-signpost': '1', origin: url }
const every = 250

console.log('ready')
for await (const line of createInterface({ input: process.stdin })) {
  const [name = '', file = ''] = line.split('\t')
  const query = new URLSearchParams({ name, collection: 'hostile' })
  const body = await readFile(file)
  const answer = await fetch(`${url}/api/knowledge/documents?${query}`, { method: 'POST', headers, body }).catch(
    () => undefined,
  )
  if (answer?.ok) await untilRead((await answer.json()).id)
  console.log(answer?.ok ? 'read' : 'refused')
}

async function untilRead(id: string): Promise<void> {
  for (let status = 'reading'; status === 'reading'; ) {
    await sleep(every)
    const answer = await fetch(`${url}/api/knowledge/documents/${id}`, { headers })
    status = (await answer.json()).newest.status
  }
}
