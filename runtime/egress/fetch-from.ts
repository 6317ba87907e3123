import { isIP } from 'node:net'
import { Agent, fetch as send } from 'undici'
import { isAllowedAddress } from './allowed-address.ts'
import { checkedLookup, RefusedAddress } from './checked-lookup.ts'

const patience = 8_000

/**
 * A `fetch` for a library that speaks a protocol of its own: it reaches these origins and addresses and nothing else, never
 * follows a redirect, and gives up after a few seconds.
 */
export function fetchFrom(origins: readonly string[], addresses: readonly string[]) {
  const allowed = new Set(origins.map((origin) => new URL(origin).origin))
  const agent = new Agent({ connect: { lookup: checkedLookup(addresses), timeout: patience } })
  return async (url: string, init: { method: string; headers: Record<string, string>; body?: unknown }) => {
    const { origin, hostname } = new URL(url)
    const host = hostname.replace(/^\[|\]$/g, '')
    if (!allowed.has(origin)) throw new RefusedAddress(`${origin} is not among the provider’s origins.`)
    if (isIP(host) && !isAllowedAddress(host, addresses))
      throw new RefusedAddress(`The address ${host} is not allowed.`)
    const body = init.body === undefined || init.body === null ? null : String(init.body)
    const answer = await send(url, {
      method: init.method,
      headers: init.headers,
      body,
      redirect: 'manual',
      dispatcher: agent,
      signal: AbortSignal.timeout(patience),
    })
    return new Response(await answer.text(), { status: answer.status, headers: Object.fromEntries(answer.headers) })
  }
}
