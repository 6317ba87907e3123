import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { create } from 'zustand'
import { colleaguesRoutes } from '../../schema/api/colleagues.ts'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { InboxFrame } from '../../schema/api/inbox-frame.ts'
import { addressOf, call } from '../api.ts'
import { applyFrame } from '../apply-frame.ts'
import { inboxKey } from '../inbox-queries.ts'
import { hasRole, useSession } from '../session.ts'

/** While the stream is down, the inbox is read this often, and the stream tried again. Milliseconds. */
const withoutStream = 5_000

/** A stream that comes back within this time was never away. Milliseconds. */
const grace = 3_000

/** The stream brings something every few seconds. One that is silent for longer leads nowhere, whatever it looks like. */
const silence = 15_000

/** Whether changes arrive by themselves. The inbox says so when they do not. */
export const useStreamState = create<{ live: boolean }>(() => ({ live: true }))

const frames = ['board', 'change', 'contact', 'typing', 'beat'] as const

/**
 * Keeps queue, alerts and contacts fresh on every page: the stream begins with everything and goes on with what changes.
 * Without the stream the inbox is read every few seconds, so an alert is late by seconds, never lost.
 */
export function useInboxStream(): void {
  const queries = useQueryClient()
  const mayRead = hasRole(useSession(), 'operator', 'supervisor')
  useEffect(() => (mayRead ? follow(queries) : undefined), [mayRead, queries])
}

function follow(queries: QueryClient): () => void {
  let source: EventSource | undefined
  let again: ReturnType<typeof setInterval> | undefined
  let down: ReturnType<typeof setTimeout> | undefined
  const read = () => void queries.invalidateQueries({ queryKey: inboxKey })
  let heardAt = Date.now()
  const connect = () => {
    heardAt = Date.now()
    source?.close()
    source = new EventSource(addressOf(inboxRoutes.stream))
    source.onopen = () => {
      clearInterval(again)
      clearTimeout(down)
      again = down = undefined
      useStreamState.setState({ live: true })
    }
    for (const event of frames)
      source.addEventListener(event, (message: MessageEvent<string>) => {
        const frame = InboxFrame.safeParse({ event, data: JSON.parse(message.data) })
        heardAt = Date.now()
        // A frame that this page does not understand comes from a newer server: what it says is read instead.
        if (!frame.success) read()
        else if (frame.data.event === 'beat')
          void call(colleaguesRoutes.here, { body: frame.data.data }).catch(() => {})
        else applyFrame(queries, frame.data)
      })
    source.onerror = lose
  }
  const lose = () => {
    down ??= setTimeout(() => useStreamState.setState({ live: false }), grace)
    again ??= setInterval(() => {
      read()
      if (source?.readyState === EventSource.CLOSED) connect()
    }, withoutStream)
  }
  connect()
  // A network that vanished closes nothing. What comes by the stream wakes a hidden page too, so that only this is late there.
  const watch = setInterval(() => {
    if (Date.now() - heardAt < silence) return
    lose()
    connect()
  }, 1_000)
  return () => {
    clearInterval(watch)
    clearTimeout(down)
    clearInterval(again)
    source?.close()
  }
}
