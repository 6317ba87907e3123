import { type Sent, sendTo } from './send-to.ts'

/** Where a request may go: decided by an admin, never by a flow or a visitor. */
export interface Destination {
  origin: string
  /** CIDR ranges that the host may resolve to; empty means any public address. */
  addresses: readonly string[]
  credential?: { header: string; value: string } | undefined
  /** The most bytes of an answer that are read; a megabyte where nothing is said. */
  largestAnswer?: number
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

/** Calls a connection. Where the request goes is made of parts here, so that none of them can lead elsewhere. */
export async function sendRequest(destination: Destination, outgoing: OutgoingRequest): Promise<Sent> {
  const url = toUrl(destination, outgoing)
  if (!url) return refuse('The address cannot be made from these values.')
  const body = writeBody(outgoing.body)
  if (body instanceof Error) return refuse(body.message)
  return sendTo(url, destination.addresses, {
    method: outgoing.method,
    headers: toHeaders(destination, outgoing),
    body,
    timeoutMs: outgoing.timeoutMs,
    largestAnswer: destination.largestAnswer,
  })
}

function refuse(message: string): Sent {
  return { kind: 'failure', reason: 'refused', sent: false, message }
}

function writeBody(body: unknown): string | undefined | Error {
  try {
    return body === undefined ? undefined : JSON.stringify(body)
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** What stands in the head of a request: nothing of it comes from a flow or a visitor. */
export function toHeaders(
  { credential }: Pick<Destination, 'credential'>,
  { body, idempotencyKey }: Pick<OutgoingRequest, 'body' | 'idempotencyKey'>,
): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
    ...(credential ? { [credential.header]: credential.value } : {}),
  }
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
