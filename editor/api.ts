import { z } from 'zod'
import type { Route } from '../schema/api/route.ts'
import { ErrorBody } from '../schema/app-error.ts'
import { sendFile } from './send-file.ts'

/**
 * The one way to the server. `call(flowsRoutes.get, { params: { id } })` sends what the route's table asks for and gives
 * back what the table promises, checked; anything else is thrown as an `ApiError` with words for the person.
 */
type In<Schema> = Schema extends z.ZodType ? z.input<Schema> : never
type Out<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined
type Sent<R extends Route> = (R['params'] extends z.ZodType ? { params: Out<R['params']> } : unknown) &
  (R['query'] extends z.ZodType ? { query?: Out<R['query']> } : unknown) &
  (R['body'] extends z.ZodType ? { body: In<R['body']> } : unknown) & { signal?: AbortSignal }
type NeedsMore<R extends Route> = R extends { params: z.ZodType } | { body: z.ZodType } ? true : false
type Rest<R extends Route> = NeedsMore<R> extends true ? [sent: Sent<R>] : [sent?: Sent<R>]
/** What a route answers with. */
export type Answer<R extends Route> = Out<R['response']>

/** `offline`: no answer came. `unexpected`: an answer that is not what the table promises. The others: `errorStatus`. */
export class ApiError extends Error {
  readonly code: string
  readonly details: unknown
  constructor(code: string, message: string, details?: unknown) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.details = details
  }
}

let signedOut = () => {}
/** What happens when the server no longer knows who is asking: the app shows the sign-in page. */
export function onSignedOut(then: () => void): void {
  signedOut = then
}

export async function call<const R extends Route>(route: R, ...[sent]: Rest<R>): Promise<Answer<R>> {
  const { params, query, body, signal }: Anything = sent ?? {}
  return ask(route, addressOf(route, params, query), {
    headers: body === undefined ? {} : jsonType,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal,
  })
}

/** The same for a route whose body is a file as it is. `onSent` is told how many bytes of it have left. */
export async function callWithFile<const R extends Route>(
  route: R,
  query: Record<string, unknown>,
  file: File,
  onSent: (bytes: number) => void,
): Promise<Answer<R>> {
  const headers = { 'content-type': 'application/octet-stream' }
  return ask(route, addressOf(route, {}, query), { headers }, (address, request) =>
    sendFile(address, request, file, onSent),
  )
}

async function ask<const R extends Route>(
  route: R,
  address: string,
  request: Outgoing,
  way: (address: string, request: Outgoing) => Promise<Response> = (address, request) => fetch(address, request),
): Promise<Answer<R>> {
  const response = await send(way, address, {
    credentials: 'same-origin',
    ...request,
    method: route.method.toUpperCase(),
    // The header is one that no other site can set: it keeps forged requests out.
    headers: { accept: 'application/json', 'x-signpost': '1', ...request.headers },
  })
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined)
  if (!response.ok) throw refusal(route, response.status, answer)
  const parsed = (route.response ?? z.undefined()).safeParse(answer)
  if (!parsed.success)
    throw new ApiError('unexpected', 'Signpost answered in a way this page does not understand. Load the page again.')
  // `parse` of a schema known only by its type parameter is `unknown` to the compiler; the schema is the route's own.
  return parsed.data as Answer<R>
}

type Outgoing = Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }

interface Anything {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  signal?: AbortSignal
}
const jsonType = { 'content-type': 'application/json' }

async function send(
  way: (address: string, request: Outgoing) => Promise<Response>,
  address: string,
  request: Outgoing,
): Promise<Response> {
  try {
    return await way(address, request)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError('offline', 'Signpost can’t be reached. Check your connection.')
  }
}

/** The path of a route with its parameters and query filled in. */
export function addressOf(
  route: Route,
  params: Record<string, unknown> = {},
  query: Record<string, unknown> = {},
): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
  return search.size > 0 ? `${path}?${search}` : path
}

function refusal(route: Route, status: number, answer: unknown): ApiError {
  const parsed = ErrorBody.safeParse(answer)
  const error = parsed.success
    ? new ApiError(parsed.data.error.code, parsed.data.error.message, parsed.data.error.details)
    : new ApiError('internal-error', `Signpost could not do this (${status}). Nothing you typed is lost.`)
  if (status === 401 && route.id !== 'session.create') signedOut()
  return error
}

/** Words for a person about anything that was thrown. */
export function wordsOf(error: unknown): string {
  return error instanceof ApiError ? error.message : 'Something unexpected happened on this page. Load it again.'
}
