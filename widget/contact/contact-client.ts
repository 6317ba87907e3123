import type { AcceptedInput, StartedContact } from '../../schema/api/widget.ts'
import type { Event } from '../../schema/event.ts'
import type { Input } from '../../schema/input.ts'
import { type Answer, callServer, mayRecover, troubleOf } from './call-server.ts'
import type { Change, ContactState } from './contact-state.ts'
import { addEvents, emptyLog } from './event-log.ts'
import { type EventStream, openEventStream } from './event-stream.ts'
import { newKey } from './new-key.ts'
import { openOutbox } from './outbox.ts'
import { timing, waitBefore } from './timing.ts'
import type { ContactToken, TokenStore } from './token-store.ts'

export interface ContactClient {
  state(): ContactState
  subscribe(listener: () => void): () => void
  /** Goes on with this tab's contact, else begins one. */
  open(): void
  /** Keeps `input` until the server has acknowledged it. `shown` is how the visitor sees it meanwhile. */
  send(input: Input, shown: string, prompt?: number): void
  /** Tells whoever answers that the visitor is writing, now and then. */
  type(): void
  /** Tries again now. */
  retry(): void
  upload(file: File): Promise<Answer<{ file: { id: string; name: string } }>>
  /** Ends the contact; both sides see it. */
  end(): void
  /** Forgets everything: token, log and unsent words. */
  clear(): void
}

const nothing = {
  phase: 'idle',
  events: [],
  outbox: [],
  answered: new Map(),
  trouble: undefined,
  danger: undefined,
  returned: undefined,
  typing: undefined,
  seen: undefined,
} as const

/**
 * The visitor's side of a contact. It guarantees: nothing counts as sent before the server's acknowledgement; every event
 * is held once, in order; and words that may be about danger bring the 999 advice up when the server is slow or gone.
 */
export function openContactClient(options: {
  site: string
  locale: string
  store: TokenStore
  speaksOfDanger(text: string): boolean
}): ContactClient {
  const { site, store } = options
  const listeners = new Set<() => void>()
  let state: ContactState = { ...nothing, locale: options.locale }
  let log = emptyLog
  let contact: ContactToken | undefined
  let stream: EventStream | undefined
  let attempt = 0
  let typedAt = 0
  const timers: Partial<Record<'start' | 'grace' | 'typing', ReturnType<typeof setTimeout>>> = {}

  const set = (change: Change) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const call = <Body>(path: string, request: { body?: object; file?: File; timeout?: number }) =>
    callServer<Body>(`/api/widget/contacts${contact ? `/${contact.id}` : ''}${path}`, {
      token: contact?.token,
      timeout: timing.request,
      ...request,
    })

  const keep = (events: readonly Event[]) => {
    const before = log
    log = addEvents(log, events)
    // Number 0 is a sign that somebody is writing: it stands in no log.
    if (log === before && events[0]?.seq) return
    const keys = new Set(events.map((event) => event.type === 'message' && event.key))
    const change: Change = {
      events: log.events,
      // An event with its key proves that the input was kept, also when the acknowledgement itself was lost.
      outbox: state.outbox.filter(({ key }) => !keys.has(key)),
    }
    for (const event of events) {
      if (event.type === 'locale') change.locale = event.locale
      else if (event.type === 'advice' && event.verdict === 'emergency') change.danger = undefined
      else if (event.type === 'message') change.typing = change.provisional = undefined
      else if (event.type === 'closed') {
        // Whoever comes to this device next finds nothing to go on with.
        stream?.close()
        store.clear()
      } else if (event.type === 'operator') {
        clearTimeout(timers.typing)
        change.typing = event.state === 'typing' ? event.name : undefined
        if (change.typing) timers.typing = setTimeout(() => set({ typing: undefined }), 8_000)
      }
    }
    set(change)
  }

  const hear = (heard: boolean) => {
    if (!heard) {
      if (state.provisional) set({ provisional: undefined })
      timers.grace ??= setTimeout(() => set({ trouble: state.trouble ?? 'offline' }), timing.grace)
      return
    }
    clearTimeout(timers.grace)
    timers.grace = undefined
    if (state.trouble) set({ trouble: undefined })
    if (state.outbox.some((item) => item.state === 'failed')) outbox.retry()
  }

  const leaveContact = () => {
    stream?.close()
    outbox.stop()
    for (const timer of Object.values(timers)) clearTimeout(timer)
    timers.grace = undefined
    store.clear()
    contact = undefined
  }

  const follow = (token: ContactToken) => {
    contact = token
    set({ phase: 'live', trouble: undefined })
    stream = openEventStream({
      address: `/api/widget/contacts/${token.id}/events`,
      token: token.token,
      after: () => log.through,
      onEvents: keep,
      onReload(events) {
        log = emptyLog
        keep(events)
      },
      onSeen: (seen) => set({ seen }),
      onProvisional: (provisional) => set({ provisional }),
      onState: hear,
      onGone: lose,
    })
  }

  /** The server does not know this contact: a reloaded page begins again, a talk that is on the screen is over. */
  const lose = () => {
    leaveContact()
    if (log === emptyLog) void start()
    else set({ phase: 'gone' })
  }

  const start = async () => {
    clearTimeout(timers.start)
    timers.start = undefined
    set({ phase: 'starting' })
    const answer = await call<StartedContact>('', { body: { site, locale: state.locale } })
    if (state.phase !== 'starting') return
    if (answer.ok) {
      attempt = 0
      const { events } = answer.body
      const token = { id: answer.body.contact.id, token: answer.body.token }
      store.write(token)
      keep(events)
      follow(token)
      outbox.pump()
    } else if (mayRecover(answer.status)) {
      set({ trouble: troubleOf(answer.status) })
      timers.start = setTimeout(start, waitBefore(attempt++))
    } else set({ phase: 'refused' })
  }

  const outbox = openOutbox({
    state: () => state,
    set,
    post: ({ key, input, prompt }) => contact && call<AcceptedInput>('/inputs', { body: { key, input, prompt } }),
    speaksOfDanger: options.speaksOfDanger,
    onAccepted(accepted, key) {
      // The visitor's own words keep their place on the screen, also where the server does not repeat their key.
      keep(
        accepted.events.map((event) =>
          event.type === 'message' && event.from === 'visitor' ? { key, ...event } : event,
        ),
      )
      hear(true)
      stream?.expect(accepted.seq)
    },
    onGone: lose,
  })

  const retry = () => {
    if (state.phase === 'idle') return
    attempt = 0
    stream?.hurry()
    if (timers.start) void start()
    else outbox.retry()
  }
  globalThis.addEventListener?.('online', retry)
  globalThis.addEventListener?.('offline', () => state.phase !== 'idle' && set({ trouble: 'offline' }))

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open() {
      const kept = store.read()
      if (kept) follow(kept)
      else void start()
    },
    send: outbox.send,
    type() {
      if (Date.now() - typedAt < timing.typing) return
      typedAt = Date.now()
      void call('/inputs', { body: { key: newKey(), input: { kind: 'typing' } } })
    },
    retry,
    upload: (file) => call(`/files?name=${encodeURIComponent(file.name)}`, { file, timeout: 120_000 }),
    async end() {
      const answer = await call<AcceptedInput>('/end', { body: { key: newKey() } })
      if (answer.ok) keep(answer.body.events)
      else set({ trouble: troubleOf(answer.status) })
    },
    clear() {
      leaveContact()
      log = emptyLog
      set(nothing)
    },
  }
}
