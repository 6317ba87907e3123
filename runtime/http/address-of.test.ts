import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addressOf } from './address-of.ts'
import type { RequestEnv } from './server-context.ts'

const app = new Hono<RequestEnv>().get('/', (context) => context.text(addressOf(context)))
const ask = async (remoteAddress: string | undefined, headers: Record<string, string> = {}) =>
  (await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } })).text()

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  [undefined, 'unknown'],
])('%s counts as %s', async (address, key) => {
  expect(await ask(address)).toBe(key)
})

test('believes no header about where it comes from', async () => {
  const headers = { 'x-forwarded-for': '198.51.100.1', forwarded: 'for=198.51.100.1', 'x-real-ip': '198.51.100.1' }
  expect(await ask('192.0.2.7', headers)).toBe('192.0.2.7')
})
