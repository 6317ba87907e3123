import { type Failure, type Opened, openTo } from './send-to.ts'

/** Where a file may come from: decided by an admin. */
export interface FileSource {
  /** CIDR ranges that hosts may resolve to; empty means any public address. */
  addresses: readonly string[]
  /** Other hosts that the first one may send on to. `*.` stands for any name below. */
  hosts: readonly string[]
}

interface Outgoing {
  headers?: Readonly<Record<string, string>>
  timeoutMs: number
  largestAnswer: number
  signal?: AbortSignal | undefined
}

const mostHops = 5
const onward = new Set([301, 302, 303, 307, 308])

/**
 * Asks for something that a server may keep elsewhere. It is sent on to hosts that an admin named and to no other, never
 * from https to http, and each address is checked as that of the first. Nothing secret goes along.
 */
export async function openFollowing(
  first: URL,
  { addresses, hosts }: FileSource,
  { headers = {}, ...limits }: Outgoing,
): Promise<Opened | Failure> {
  let url = first
  for (let hop = 0; hop <= mostHops; hop++) {
    const opened = await openTo(url, addresses, { method: 'GET', headers, ...limits })
    if (opened.kind === 'failure' || !onward.has(opened.status)) return opened
    opened.close()
    const location = opened.header('location')
    if (location === undefined || !URL.canParse(location, url)) return refuse(`${url.host} sends on to nowhere.`)
    const next = new URL(location, url)
    if (next.origin !== first.origin && !isNamed(next, first, hosts))
      return refuse(`${url.host} sends on to ${next.host}, which is not among the hosts that were named.`)
    url = next
  }
  return refuse(`${first.host} sends on without end.`)
}

function isNamed(url: URL, first: URL, hosts: readonly string[]): boolean {
  if (url.protocol !== 'https:' && url.protocol !== first.protocol) return false
  if (url.username || url.password) return false
  const host = url.host.toLowerCase()
  return hosts.some((named) =>
    named.startsWith('*.') ? host.endsWith(named.slice(1).toLowerCase()) : host === named.toLowerCase(),
  )
}

function refuse(message: string): Failure {
  return { kind: 'failure', reason: 'refused', sent: true, message }
}
