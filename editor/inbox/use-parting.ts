import { useEffect, useRef } from 'react'
import type { ContactSummary } from '../../schema/api/inbox.ts'
import { showToast } from '../ui/toast.tsx'

/** Contacts that the person has passed on themselves: they need not be told. */
const passedOn = new Set<string>()

export function passOn(id: string): void {
  passedOn.add(id)
}

/** Says who has a contact now that was taken out of the person's hands: its tile goes away in the middle of a sentence. */
export function useParting(contacts: readonly ContactSummary[], me: string): void {
  const had = useRef<ReadonlySet<string>>(new Set())
  useEffect(() => {
    for (const { id, number, owner } of contacts) {
      if (!had.current.has(id) || owner === null || owner.id === me) continue
      if (!passedOn.delete(id)) showToast(`${owner.name} has contact ${number} now`)
    }
    had.current = new Set(contacts.filter(({ owner }) => owner?.id === me).map(({ id }) => id))
  }, [contacts, me])
}
