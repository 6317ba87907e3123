import type { Event } from '../../schema/event.ts'
import { callServer } from './call-server.ts'
import { readSse } from './read-sse.ts'
import { type Timing, waitBefore } from './timing.ts'

/** What a stream needs to know, and whom it tells. */
export interface StreamOptions {
  address: string
  token: string
  timing: Timing
  /** The number after which to go on. */
  after(): number
  onEvents(events: Event[]): void
  /** The server cannot go on from there: these are all events, in place of what is held. */
  onReload(events: Event[]): void
  /** Whether the server can be heard. */
  onState(heard: boolean): void
  /** The server does not know this contact, or not this token. */
  onGone(): void
}

export interface EventStream {
  /** An input was acknowledged with this number, so the stream should show it soon. */
  expect(seq: number): void
  /** Try again now. */
  hurry(): void
  close(): void
}

const goneStatuses = [401, 403, 404]

/**
 * Follows a contact's events: by a stream that goes on exactly where it was cut, and where a proxy holds streams back,
 * by asking every few seconds.
 */
export function openEventStream(options: StreamOptions): EventStream {
  const { address, token, timing } = options
  let closed = false
  let polling = false
  let streamed = 0
  let attempt = 0
  let cut = new AbortController()
  let wake = () => {}

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const list = async (after: number): Promise<Event[] | 'gone' | 'failed'> => {
    const answer = await callServer<{ events: Event[] }>(`${address}?after=${after}`, {
      token,
      timeout: timing.request,
    })
    if (answer.ok) return answer.body.events
    return goneStatuses.includes(answer.status) ? 'gone' : 'failed'
  }

  const follow = async (): Promise<'gone' | 'failed' | 'ended'> => {
    cut = new AbortController()
    const { signal } = cut
    const abort = () => cut.abort()
    let watchdog = setTimeout(abort, timing.silence)
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream', Authorization: `Bearer ${token}` }
      if (options.after() > 0) headers['Last-Event-ID'] = String(options.after())
      const response = await fetch(address, { headers, signal, cache: 'no-store' })
      if (goneStatuses.includes(response.status)) return 'gone'
      if (!response.ok || !response.body) return 'failed'
      options.onState(true)
      const reader = response.body.getReader()
      const decoder = new TextDecoder()
      let batch: Event[] = []
      let reload = false
      const read = readSse((frame) => {
        if (frame.event === 'resync') reload = true
        else if (frame.event === '' || frame.event === 'message') batch.push(JSON.parse(frame.data))
      })
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return 'ended'
        clearTimeout(watchdog)
        watchdog = setTimeout(abort, timing.silence)
        attempt = 0
        batch = []
        read(decoder.decode(value, { stream: true }))
        if (reload) {
          reload = false
          const events = await list(0)
          if (!Array.isArray(events)) return events
          options.onReload(events)
        } else if (batch.length) {
          streamed = Math.max(streamed, ...batch.map((event) => event.seq))
          options.onEvents(batch)
        }
      }
    } catch {
      return 'failed'
    } finally {
      clearTimeout(watchdog)
      cut.abort()
    }
  }

  const look = async (): Promise<'gone' | 'failed' | 'ended'> => {
    const events = await list(options.after())
    if (!Array.isArray(events)) return events
    options.onState(true)
    attempt = 0
    if (events.length) options.onEvents(events)
    return 'ended'
  }

  const run = async () => {
    while (!closed) {
      const asked = polling
      const result = asked ? await look() : await follow()
      if (closed) return
      if (result === 'gone') return options.onGone()
      if (polling !== asked) continue
      if (result === 'failed') options.onState(false)
      await pause(result === 'ended' && polling ? timing.poll : waitBefore(attempt++, timing))
    }
  }
  void run()

  return {
    expect(seq) {
      setTimeout(() => {
        if (closed || polling || streamed >= seq) return
        polling = true
        cut.abort()
        wake()
      }, timing.behind)
    },
    hurry() {
      attempt = 0
      wake()
    },
    close() {
      closed = true
      cut.abort()
      wake()
    },
  }
}
