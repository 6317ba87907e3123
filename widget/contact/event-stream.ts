import type { Event } from '../../schema/event.ts'
import { type Answer, callServer, isGone } from './call-server.ts'
import { readSse } from './read-sse.ts'
import { timing, waitBefore } from './timing.ts'

/** What a stream needs to know, and whom it tells. */
export interface StreamOptions {
  address: string
  token: string
  /** The number after which to go on. */
  after(): number
  onEvents(events: Event[]): void
  /** The server cannot go on from there: these are all events, in place of what is held. */
  onReload(events: Event[]): void
  /** Number of the last event that whoever has the contact has read. */
  onSeen(seq: number): void
  /** What is being written to the visitor by a model: it may still be taken back. */
  onProvisional(markup: string): void
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

/**
 * Follows a contact's events: by a stream that goes on exactly where it was cut, and where a proxy holds streams back,
 * by asking every few seconds.
 */
export function openEventStream(options: StreamOptions): EventStream {
  const { address, token, after } = options
  let closed = false
  let polling = false
  let streamed = 0
  let attempt = 0
  let cut = new AbortController()
  let wake = () => {}

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      wake = resolve
      setTimeout(resolve, milliseconds)
    })

  /** All events after a number, by one question; the status when there is no answer. */
  const ask = async (from: number, onEvents: (events: Event[]) => void): Promise<number> => {
    const answer: Answer<{ events: Event[] }> = await callServer(`${address}?after=${from}`, {
      token,
      timeout: timing.request,
    })
    if (!answer.ok) return answer.status
    onEvents(answer.body.events)
    return 200
  }

  /** Reads one stream to its end, however it ends. The status is that of its beginning, 0 when it was cut. */
  const follow = async (): Promise<number> => {
    cut = new AbortController()
    const abort = () => cut.abort()
    let watchdog = setTimeout(abort, timing.silence)
    try {
      const response = await fetch(address, {
        headers: { Accept: 'text/event-stream', Authorization: `Bearer ${token}`, 'Last-Event-ID': `${after()}` },
        signal: cut.signal,
        cache: 'no-store',
      })
      const reader = response.body?.getReader()
      if (!response.ok || !reader) return response.status || 500
      options.onState(true)
      const decoder = new TextDecoder()
      let batch: Event[] = []
      let reload = false
      const read = readSse(({ event, data }) => {
        if (event === 'resync') reload = true
        else if (event === 'status') options.onSeen(JSON.parse(data).seen)
        else if (event === 'provisional') options.onProvisional(JSON.parse(data))
        else if (event === '') batch.push(JSON.parse(data))
      })
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return 200
        clearTimeout(watchdog)
        watchdog = setTimeout(abort, timing.silence)
        attempt = 0
        options.onState(true)
        read(decoder.decode(value, { stream: true }))
        if (reload) {
          reload = false
          await ask(0, options.onReload)
        } else if (batch.length) {
          streamed = Math.max(streamed, ...batch.map((event) => event.seq))
          options.onEvents(batch)
        }
        batch = []
      }
    } catch {
      return 0
    } finally {
      clearTimeout(watchdog)
      abort()
    }
  }

  const run = async () => {
    while (!closed) {
      const asked = polling
      const status = asked ? await ask(after(), options.onEvents) : await follow()
      if (closed) return
      if (isGone(status)) return options.onGone()
      if (polling !== asked) continue
      if (status !== 200) options.onState(false)
      else if (asked) options.onState(true)
      await pause(asked && status === 200 ? timing.poll : waitBefore(attempt++))
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
    },
  }
}
