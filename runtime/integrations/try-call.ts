import type { FilledRequest, TriedRequest } from '../../schema/api/connections.ts'
import type { KnownConnection } from '../effects/http-effect.ts'
import { type OutgoingRequest, sendRequest, toHeaders, toUrl } from '../egress/send-request.ts'
import type { Sent } from '../egress/send-to.ts'
import { allowsCall } from './allows-call.ts'

/** What stands in the place of a credential, wherever a person can see it. */
const hidden = '••••••••'
const longestShown = 20_000

/** The call as it would leave, credential hidden; or, in words, why it would not. */
export function fillRequest(
  connection: KnownConnection,
  outgoing: OutgoingRequest,
): { request: FilledRequest; refused: null } | { request: null; refused: string } {
  const url = toUrl(connection, outgoing)
  if (!url) return { request: null, refused: 'The address cannot be made from these values: a part of it is empty.' }
  if (!allowsCall(connection.paths, outgoing.method, outgoing.path))
    return { request: null, refused: `“${connection.name}” does not allow ${outgoing.method} ${url.pathname}.` }
  const { credential } = connection
  const shown = { credential: credential && { header: credential.header, value: hidden } }
  return {
    request: {
      method: outgoing.method,
      url: url.href,
      headers: Object.entries(toHeaders(shown, outgoing)).map(([name, value]) => ({ name, value })),
      body: outgoing.body === undefined ? '' : JSON.stringify(outgoing.body, null, 2),
    },
    refused: null,
  }
}

/** Makes a call once, for somebody who wants to see what comes of it. */
export async function tryCall(connection: KnownConnection, outgoing: OutgoingRequest): Promise<TriedRequest> {
  const filled = fillRequest(connection, outgoing)
  if (filled.request === null) return { ...filled, answer: null, failure: null }
  const from = performance.now()
  const sent = await sendRequest(connection, {
    ...outgoing,
    timeoutMs: Math.min(outgoing.timeoutMs, connection.timeoutMs),
  })
  const ms = Math.round(performance.now() - from)
  if (sent.kind === 'failure') return { ...filled, answer: null, failure: wordsOf(sent) }
  return { ...filled, answer: { status: sent.status, body: showBody(connection, sent.body), ms }, failure: null }
}

/** An answer as a person may see it: a far side that repeats what it was sent gives no credential away. */
export function showBody({ credential }: KnownConnection, body: unknown): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2)
  const secrets = credential ? [credential.value, ...credential.value.split(' ').filter((part) => part.length > 7)] : []
  const shown = secrets.reduce((so, secret) => so.replaceAll(secret, hidden), text)
  return shown.length > longestShown ? `${shown.slice(0, longestShown)}…` : shown
}

function wordsOf({ reason, sent, message }: Extract<Sent, { kind: 'failure' }>): string {
  const seen = sent ? ' It may have arrived.' : ' Nothing was sent.'
  switch (reason) {
    case 'refused':
      return `${message}${seen}`
    case 'timeout':
      return `There was no answer in time.${seen}`
    case 'unreachable':
      return `The other system could not be reached, or broke off: ${message}.${seen}`
  }
}
