import { useRef } from 'react'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { call } from '../api.ts'

/** The visitor's page forgets it after eight seconds. Milliseconds. */
const again = 4_000

/** Tells the visitor that somebody is writing, as long as they do. That it cannot be told disturbs nobody. */
export function useSayTyping(id: string): () => void {
  const saidAt = useRef(0)
  return () => {
    if (Date.now() - saidAt.current < again) return
    saidAt.current = Date.now()
    call(inboxRoutes.typing, { params: { id } }).catch(() => {})
  }
}
