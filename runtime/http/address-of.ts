import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'
import type { Environment } from '../env.ts'
import type { RequestEnv } from './server-context.ts'

/** Where a request comes from, as a key for limits: an IPv6 address counts by its /64, which one customer has whole. */
export function addressOf(context: Context<RequestEnv>, environment: Pick<Environment, 'trustProxy'>): string {
  const peer = context.env?.incoming?.socket?.remoteAddress ?? 'unknown'
  return toKey(believed(context, peer, environment.trustProxy))
}

/**
 * The same for limits on visitors: undefined for a tool on this machine itself. Where a proxy on this machine passes
 * visitors on and nobody has said so (`TRUST_PROXY`), all of them would be one address, and one could silence all.
 */
export function limitedAddress(
  context: Context<RequestEnv>,
  environment: Pick<Environment, 'trustProxy'>,
): string | undefined {
  const address = addressOf(context, environment)
  return address === 'unknown' || address.startsWith('127.') || address === '0:0:0:0::/64' ? undefined : address
}

/**
 * Of the addresses in `X-Forwarded-For`, only those that our own `proxies` have written are believed: each writes the
 * address it was called from at the end. Anything further left can be made up by anybody, and so can the whole header
 * where there is no proxy.
 */
function believed(context: Context<RequestEnv>, peer: string, proxies: number): string {
  if (proxies === 0) return peer
  const written = (context.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  const chain = [...written.filter((part) => part !== ''), peer]
  const found = chain[Math.max(0, chain.length - 1 - proxies)] ?? peer
  return parse(found) ? found : peer
}

const mostKnown = 5_000
const known = new Map<string, string>()

/** Addresses come again with every request of a connection, so each is read once. */
function toKey(address: string): string {
  const key = known.get(address) ?? makeKey(address)
  if (known.size >= mostKnown) known.clear()
  known.set(address, key)
  return key
}

function makeKey(address: string): string {
  const parsed = parse(address)
  if (!parsed) return 'unknown'
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString()
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`
}

/** `192.0.2.7`, `192.0.2.7:1234`, `2001:db8::1%eth0`, `[2001:db8::1]:1234`; an IPv4 address written as IPv6 is one. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const bare = /^\[(.*)\](?::\d+)?$/.exec(address)?.[1] ?? address.replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
  const text = bare.replace(/%.*$/, '')
  return ipaddr.IPv4.isValidFourPartDecimal(text) || (text.includes(':') && ipaddr.IPv6.isValid(text))
    ? ipaddr.process(text)
    : undefined
}
