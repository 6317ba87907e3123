import type { Context } from 'hono'
import type { RequestEnv } from './server-context.ts'

/**
 * The network address that a request came from, as a key for limits. An IPv6 address counts by its /64, which one
 * customer has whole. Forwarding headers are not believed: anybody can write them.
 */
export function addressOf(context: Context<RequestEnv>): string {
  const address = context.env?.incoming?.socket?.remoteAddress ?? 'unknown'
  if (!address.includes(':') || address.includes('.')) return address.replace(/^::ffff:/i, '')
  const [head = '', tail = ''] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : []
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`
}
