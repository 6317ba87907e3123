import type { z } from 'zod'
import type { Route } from '../../schema/api/route.ts'
import { errorStatus } from '../../schema/app-error.ts'

/** How the pretended server answers one route. */
export interface FakeAnswer {
  route: Route
  /** Given the path that was asked for. */
  give: (path: string) => Response | Promise<Response>
}

/** `route` answers with `body`, which has to be what its table promises. */
export function answer<const R extends Route>(
  route: R,
  body: R['response'] extends z.ZodType ? z.input<R['response']> : undefined,
): FakeAnswer {
  return { route, give: () => (route.status === 204 ? new Response(null, { status: 204 }) : json(route.status, body)) }
}

/** `route` is refused. */
export function refuse(route: Route, code: keyof typeof errorStatus, message: string, details?: unknown): FakeAnswer {
  return { route, give: () => json(errorStatus[code], { error: { code, message, details } }) }
}

/** `route` never answers: the loading state. */
export function neverAnswer(route: Route): FakeAnswer {
  return { route, give: () => new Promise<Response>(() => {}) }
}

/** Puts the pretended server in the place of `fetch` and of the stream. Whatever has no answer cannot be reached. */
export function startFakeApi(answers: readonly FakeAnswer[]): () => void {
  const { fetch, EventSource, XMLHttpRequest } = globalThis
  globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(String(input), location.href)
    const found = answers.find(
      ({ route }) => route.method === (init?.method ?? 'GET').toLowerCase() && pathOf(route).test(pathname),
    )
    if (found) return found.give(pathname)
    if (pathname.startsWith('/api/')) throw new TypeError('no such answer')
    return fetch(input, init)
  }
  Object.assign(globalThis, { EventSource: SilentStream, XMLHttpRequest: FakeUpload })
  return () => {
    Object.assign(globalThis, { fetch, EventSource, XMLHttpRequest })
  }
}

/** Sends files to the pretended server: half of each has left until it answers. */
class FakeUpload extends EventTarget {
  readonly upload = new EventTarget()
  status = 0
  responseText = ''
  #method = ''
  #address = ''
  open(method: string, address: string) {
    this.#method = method
    this.#address = address
  }
  setRequestHeader() {}
  async send(file: File) {
    this.upload.dispatchEvent(new ProgressEvent('progress', { loaded: file.size / 2, total: file.size }))
    try {
      const response = await fetch(this.#address, { method: this.#method })
      this.status = response.status
      this.responseText = await response.text()
      this.dispatchEvent(new Event('load'))
    } catch {
      this.dispatchEvent(new Event('error'))
    }
  }
}

/** A stream on which nothing ever happens. */
class SilentStream extends EventTarget {
  readonly readyState = 1
  close() {}
}

function pathOf(route: Route): RegExp {
  return new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`)
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
}
