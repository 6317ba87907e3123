import { create } from 'zustand'
import { useSession } from '../session.ts'

const storageKey = 'signpost.enter-sends'

/** Ids of the people on this machine for whom Enter sends. A shared desk keeps each person's own habit. */
const useEnterSenders = create<{ people: readonly string[] }>(() => ({ people: remembered() }))

/** Whether Enter sends a reply, for whoever is signed in; else Ctrl and Enter do. */
export function useEnterSends(): boolean {
  const { user } = useSession()
  return useEnterSenders(({ people }) => people.includes(user.id))
}

export function setEnterSends(userId: string, sends: boolean): void {
  const others = useEnterSenders.getState().people.filter((id) => id !== userId)
  const people = sends ? [...others, userId] : others
  useEnterSenders.setState({ people })
  localStorage.setItem(storageKey, JSON.stringify(people))
}

function remembered(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}
