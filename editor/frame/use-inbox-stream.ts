import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { create } from 'zustand'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { addressOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { hasRole, useSession } from '../session.ts'

/** Wake-ups that come close together cause one reading. Milliseconds. */
const gather = 150
/** While the stream is down, the inbox is read this often, and the stream tried again. Milliseconds. */
const withoutStream = 5_000

/** A stream that comes back within this time was never away. Milliseconds. */
const grace = 3_000

/** Whether changes arrive by themselves. The inbox says so when they do not. */
export const useStreamState = create<{ live: boolean }>(() => ({ live: true }))

/**
 * Keeps queue, alerts and open contact fresh on every page: the stream only says "look now", and what is read then is
 * the truth. Without the stream it looks every few seconds, so an alert is late by seconds, never lost.
 */
export function useInboxStream(): void {
  const queries = useQueryClient()
  const mayRead = hasRole(useSession(), 'operator', 'supervisor')
  useEffect(() => {
    if (!mayRead) return
    let source: EventSource | undefined
    let soon: ReturnType<typeof setTimeout> | undefined
    let again: ReturnType<typeof setInterval> | undefined
    let down: ReturnType<typeof setTimeout> | undefined
    const read = () => void queries.invalidateQueries({ queryKey: inboxKey })
    const wake = () => {
      soon ??= setTimeout(() => {
        soon = undefined
        read()
      }, gather)
    }
    const connect = () => {
      source?.close()
      source = new EventSource(addressOf(inboxRoutes.stream))
      source.onopen = () => {
        clearInterval(again)
        clearTimeout(down)
        again = down = undefined
        useStreamState.setState({ live: true })
        wake()
      }
      source.onmessage = wake
      for (const kind of ['contact', 'alert', 'wake']) source.addEventListener(kind, wake)
      source.onerror = () => {
        down ??= setTimeout(() => useStreamState.setState({ live: false }), grace)
        again ??= setInterval(() => {
          read()
          if (source?.readyState === EventSource.CLOSED) connect()
        }, withoutStream)
      }
    }
    connect()
    return () => {
      clearTimeout(soon)
      clearTimeout(down)
      clearInterval(again)
      source?.close()
    }
  }, [mayRead, queries])
}
