import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { addressOf, limitedAddress } from './address-of.ts'
import type { RequestEnv } from './server-context.ts'

const behind = (trustProxy: number) =>
  new Hono<RequestEnv>()
    .get('/', (context) => context.text(addressOf(context, { trustProxy })))
    .get('/limited', (context) => context.text(limitedAddress(context, { trustProxy }) ?? 'not limited'))
const ask = async (
  remoteAddress: string | undefined,
  headers: Record<string, string> = {},
  trustProxy = 0,
  path = '/',
): Promise<string> =>
  (await behind(trustProxy).request(path, { headers }, { incoming: { socket: { remoteAddress } } })).text()

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:c000:207', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::6%eth0', '2001:db8:1:2::/64'],
  ['2001:db8::6', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  [undefined, 'unknown'],
])('%s counts as %s', async (address, key) => {
  expect(await ask(address)).toBe(key)
})

test('believes no header about where it comes from, unless a proxy of our own is said to stand in front (SEC-34)', async () => {
  const headers = { 'x-forwarded-for': '198.51.100.1', forwarded: 'for=198.51.100.1', 'x-real-ip': '198.51.100.1' }
  expect(await ask('192.0.2.7', headers)).toBe('192.0.2.7')
  expect(await ask('192.0.2.7', headers, 1)).toBe('198.51.100.1')
  expect(await ask('192.0.2.7', { forwarded: 'for=198.51.100.1', 'x-real-ip': '198.51.100.1' }, 1)).toBe('192.0.2.7')
})

const chains: [proxies: number, forwarded: string, key: string][] = [
  // What the visitor made up stands in front of what our own proxies wrote.
  [1, '203.0.113.66, 198.51.100.1', '198.51.100.1'],
  [2, '203.0.113.66, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
  [2, '203.0.113.66, 203.0.113.67, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
  [1, '127.0.0.1, 198.51.100.1:51234', '198.51.100.1'],
  [1, '[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  [1, '2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
  [1, '::ffff:198.51.100.1', '198.51.100.1'],
  // Somebody reached the server past the proxies: what there is counts.
  [2, '198.51.100.1', '198.51.100.1'],
  [1, '', '10.0.0.1'],
  // What is no address is not believed.
  ...['unknown', '0x7f000001', '2130706433', '127.1', 'a, b', '"', 'for=1.2.3.4', '1.2.3.4.5', '::::', '[::1'].map(
    (made): [number, string, string] => [1, made, '10.0.0.1'],
  ),
]
test.each(chains)('behind %i proxies, "%s" counts as %s (SEC-34)', async (proxies, forwarded, key) => {
  expect(await ask('10.0.0.1', { 'x-forwarded-for': forwarded }, proxies)).toBe(key)
})

test('limits no tool on this machine, and no visitor of a proxy there that nobody has declared', async () => {
  const limited = (address: string, headers = {}, proxies = 0) => ask(address, headers, proxies, '/limited')
  expect(await limited('127.0.0.1')).toBe('not limited')
  expect(await limited('::1')).toBe('not limited')
  expect(await limited('::ffff:127.0.0.1')).toBe('not limited')
  expect(await limited('127.0.0.1', { 'x-forwarded-for': '198.51.100.1' })).toBe('not limited')
  expect(await limited('127.0.0.1', { 'x-forwarded-for': '198.51.100.1' }, 1)).toBe('198.51.100.1')
  expect(await limited('192.0.2.7')).toBe('192.0.2.7')
})
