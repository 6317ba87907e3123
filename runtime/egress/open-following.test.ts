import { createServer, type Server } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { openFollowing } from './open-following.ts'

const open: Server[] = []
afterEach(async () => {
  for (const server of open.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A server that sends on to what `to` says, or gives "here". */
async function listen(to: (path: string) => string | undefined) {
  const seen: string[] = []
  const server = createServer(({ url = '' }, response) => {
    seen.push(url)
    const location = to(url)
    if (location === undefined) response.end('here')
    else response.writeHead(302, { location }).end()
  })
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { host: `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, seen }
}
const limits = { timeoutMs: 2_000, largestAnswer: 100 }
const source = (hosts: string[]) => ({ addresses: ['127.0.0.0/8'], hosts })

it('is sent on within its host, and to hosts that were named', async () => {
  const store = await listen(() => undefined)
  const hub = await listen((path) => (path === '/a' ? '/b' : `http://${store.host}/c`))
  const opened = await openFollowing(new URL(`http://${hub.host}/a`), source([store.host]), limits)
  expect(opened).toMatchObject({ kind: 'opened', status: 200 })
  if (opened.kind === 'opened') opened.close()
  expect([hub.seen, store.seen]).toEqual([['/a', '/b'], ['/c']])
})

it.each([
  ['a host that nobody named', (host: string) => `http://${host}/`, ['*.hf.co', 'hf.co']],
  ['a name in front of the host', (host: string) => `http://127.0.0.1:80@${host}/`, ['127.0.0.1:80']],
  ['somebody by name', (host: string) => `http://user:pass@${host}/`, []],
  ['another scheme', () => 'file:///etc/passwd', ['*.hf.co']],
  ['a name that only ends alike', () => 'http://evilhf.co/', ['*.hf.co', 'hf.co']],
  ['another port of a host that was named', () => 'http://x.hf.co:8080/', ['*.hf.co']],
])('is not sent on to %s', async (_what, to, hosts) => {
  const store = await listen(() => undefined)
  const hub = await listen(() => to(store.host))
  const outcome = await openFollowing(new URL(`http://${hub.host}/`), source(hosts), limits)
  expect(outcome).toMatchObject({ kind: 'failure', reason: 'refused' })
  expect(store.seen).toEqual([])
})

it('is not sent round in a circle for ever, nor to an address that is not allowed', async () => {
  const hub = await listen(() => '/again')
  expect(await openFollowing(new URL(`http://${hub.host}/`), source([]), limits)).toMatchObject({ reason: 'refused' })
  expect(hub.seen.length).toBeLessThan(10)
  const lured = await listen(() => 'http://10.0.0.1/')
  expect(await openFollowing(new URL(`http://${lured.host}/`), source(['10.0.0.1']), limits)).toMatchObject({
    reason: 'refused',
    message: 'The address 10.0.0.1 is not allowed.',
  })
})
