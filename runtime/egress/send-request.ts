import { isIP } from 'node:net'
import { Agent, request } from 'undici'
import { isAllowedAddress } from './allowed-address.ts'
import { checkedLookup, RefusedAddress } from './checked-lookup.ts'

/** Where a request may go: decided by an admin, never by a flow or a visitor. */
export interface Destination {
  origin: string
  /** CIDR ranges that the host may resolve to; empty means any public address. */
  addresses: readonly string[]
  credential?: { header: string; value: string } | undefined
}

export interface OutgoingRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** One path segment each; percent-encoded here, so that none can be more than a segment. */
  path: readonly string[]
  query: Readonly<Record<string, string>>
  body?: unknown
  idempotencyKey?: string
  timeoutMs: number
}

/** What came of a request. `sent` is false when the far side cannot have seen it. */
export type Sent =
  | { kind: 'answer'; status: number; body: unknown }
  | { kind: 'failure'; reason: 'refused' | 'timeout' | 'unreachable'; sent: boolean; message: string }

const largestAnswer = 1_048_576

/**
 * The only place that opens a socket outwards. The address is checked when the socket is opened, on what the name
 * resolved to, so neither redirects (never followed) nor changing DNS answers lead elsewhere.
 */
export async function sendRequest(destination: Destination, outgoing: OutgoingRequest): Promise<Sent> {
  const url = toUrl(destination, outgoing)
  if (!url)
    return { kind: 'failure', reason: 'refused', sent: false, message: 'The address cannot be made from these values.' }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !isAllowedAddress(host, destination.addresses))
    return { kind: 'failure', reason: 'refused', sent: false, message: `The address ${host} is not allowed.` }

  const agent = new Agent({
    connect: { lookup: checkedLookup(destination.addresses), timeout: Math.min(outgoing.timeoutMs, 5_000) },
  })
  let connected = false
  agent.on('connect', () => {
    connected = true
  })
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method: outgoing.method,
      headers: {
        accept: 'application/json',
        'user-agent': 'Signpost',
        ...(outgoing.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(outgoing.idempotencyKey ? { 'idempotency-key': outgoing.idempotencyKey } : {}),
        ...(destination.credential ? { [destination.credential.header]: destination.credential.value } : {}),
      },
      body: outgoing.body === undefined ? null : JSON.stringify(outgoing.body),
      signal: AbortSignal.timeout(outgoing.timeoutMs),
    })
    const text = await readBounded(answer.body)
    return { kind: 'answer', status: answer.statusCode, body: parseBody(text) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { kind: 'failure', reason: reasonOf(error), sent: connected, message }
  } finally {
    void agent.destroy()
  }
}

function reasonOf(error: unknown): 'refused' | 'timeout' | 'unreachable' {
  if (error instanceof RefusedAddress) return 'refused'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const isTimeout = error instanceof Error && error.name === 'TimeoutError'
  return isTimeout || /^UND_ERR_\w+_TIMEOUT$|^ETIMEDOUT$/.test(code) ? 'timeout' : 'unreachable'
}

/** The URL below the destination's origin; undefined where a segment would lead elsewhere, or there is no such origin. */
export function toUrl(destination: Destination, outgoing: Pick<OutgoingRequest, 'path' | 'query'>): URL | undefined {
  if (outgoing.path.some((segment) => /^\s*\.{0,2}\s*$/.test(segment) || /\p{Cs}/u.test(segment))) return undefined
  if (!URL.canParse(destination.origin)) return undefined
  const origin = new URL(destination.origin)
  if (origin.protocol !== 'https:' && origin.protocol !== 'http:') return undefined
  const url = new URL(`${origin.origin}/${outgoing.path.map(encodeURIComponent).join('/')}`)
  for (const [name, value] of Object.entries(outgoing.query)) url.searchParams.append(name, value)
  return url.origin === origin.origin ? url : undefined
}

async function readBounded(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > largestAnswer) throw new Error('The answer is larger than 1 MB.')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
