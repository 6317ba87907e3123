import { useEffect, useRef } from 'react'
import { type ContactDetail, inboxRoutes } from '../../schema/api/inbox.ts'
import { call } from '../api.ts'
import { useIsMine } from './use-is-mine.ts'

/**
 * Tells the visitor that their last words were read: when `look` is called while the newest words are in view, and the page
 * is what somebody looks at. Only from who has the contact. That it cannot be told disturbs nobody: the next words try again.
 */
export function useSaySeen(contact: ContactDetail): (inView: boolean) => void {
  const mine = useIsMine(contact)
  const said = contact.events.findLast((event) => event.type === 'message' && event.from === 'visitor')?.seq ?? 0
  const told = useRef(0)
  const wanted = useRef(false)
  const look = (inView: boolean) => {
    wanted.current = inView
    if (!mine || !inView || said <= told.current || document.visibilityState !== 'visible') return
    told.current = said
    call(inboxRoutes.see, { params: { id: contact.id }, body: { seq: said } }).catch(() => {
      told.current = 0
    })
  }
  const current = useRef(look)
  current.current = look
  useEffect(() => {
    const comeBack = () => current.current(wanted.current)
    document.addEventListener('visibilitychange', comeBack)
    return () => document.removeEventListener('visibilitychange', comeBack)
  }, [])
  return look
}
