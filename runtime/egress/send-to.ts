import { isIP } from 'node:net'
import { Agent, request } from 'undici'
import { isAllowedAddress } from './allowed-address.ts'
import { checkedLookup, RefusedAddress } from './checked-lookup.ts'

interface Outgoing {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  headers: Readonly<Record<string, string>>
  body?: string | undefined
  timeoutMs: number
  /** The most bytes of an answer that are read; a megabyte where nothing is said. */
  largestAnswer?: number | undefined
  /** Gives up early. */
  signal?: AbortSignal | undefined
}

/** Why nothing came of a request. `sent` is false when the far side cannot have seen it. */
export interface Failure {
  kind: 'failure'
  reason: 'refused' | 'timeout' | 'unreachable'
  sent: boolean
  message: string
}
export type Sent = { kind: 'answer'; status: number; body: unknown } | Failure

/** An answer whose head has come. Reading its body can still fail; whoever has it reads to the end or closes it. */
export interface Opened {
  kind: 'opened'
  status: number
  contentType: string
  /** What stands in its head under a name in small letters. */
  header(name: string): string | undefined
  body: AsyncIterable<Uint8Array>
  close(): void
}

const usualLargest = 1_048_576

/**
 * Sends one request to an address that an admin named, if it lies in `ranges` (in none: if it is public). The address
 * is checked when the socket is opened, on what the name resolved to, so neither redirects (never followed) nor changing
 * DNS answers lead elsewhere.
 */
export async function sendTo(url: URL, ranges: readonly string[], outgoing: Outgoing): Promise<Sent> {
  const opened = await openTo(url, ranges, outgoing)
  if (opened.kind === 'failure') return opened
  try {
    const parts: Uint8Array[] = []
    for await (const part of opened.body) parts.push(part)
    return { kind: 'answer', status: opened.status, body: parseBody(Buffer.concat(parts).toString('utf8')) }
  } catch (error) {
    return toFailure(error, true)
  } finally {
    opened.close()
  }
}

/** Like `sendTo`, and gives the answer as soon as its head is there, to be read as it comes. */
export async function openTo(url: URL, ranges: readonly string[], outgoing: Outgoing): Promise<Opened | Failure> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) && !isAllowedAddress(host, ranges))
    return { kind: 'failure', reason: 'refused', sent: false, message: `The address ${host} is not allowed.` }
  const { method, headers, body, timeoutMs, signal } = outgoing
  const agent = new Agent({ connect: { lookup: checkedLookup(ranges), timeout: Math.min(timeoutMs, 5_000) } })
  const close = () => void agent.destroy()
  let connected = false
  agent.on('connect', () => {
    connected = true
  })
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method,
      headers: { 'user-agent': 'Signpost', ...headers },
      body: body ?? null,
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
    })
    return {
      kind: 'opened',
      status: answer.statusCode,
      contentType: String(answer.headers['content-type'] ?? ''),
      header: (name) => answer.headers[name]?.toString(),
      body: bounded(answer.body, outgoing.largestAnswer ?? usualLargest),
      close,
    }
  } catch (error) {
    close()
    return toFailure(error, connected)
  }
}

function toFailure(error: unknown, sent: boolean): Failure {
  return {
    kind: 'failure',
    reason: reasonOf(error),
    sent,
    message: error instanceof Error ? error.message : String(error),
  }
}

function reasonOf(error: unknown): 'refused' | 'timeout' | 'unreachable' {
  if (error instanceof RefusedAddress) return 'refused'
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const isTimeout = error instanceof Error && error.name === 'TimeoutError'
  return isTimeout || /^UND_ERR_\w+_TIMEOUT$|^ETIMEDOUT$/.test(code) ? 'timeout' : 'unreachable'
}

async function* bounded(body: AsyncIterable<Uint8Array>, largest: number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > largest) throw new Error(`The answer is larger than ${Math.round(largest / 1_024)} kB.`)
    yield part
  }
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
