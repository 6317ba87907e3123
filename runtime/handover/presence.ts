/** Which people have the inbox open, by force: told to visitors as "somebody is there". Known to this process. */
export interface Presence {
  /** Returns what ends it. A person may have several windows. */
  arrive(forceId: string, userId: string): () => void
  count(forceId: string): number
}

export function createPresence(): Presence {
  const windows = new Map<string, Map<string, number>>()
  return {
    arrive(forceId, userId) {
      const people = windows.get(forceId) ?? new Map<string, number>()
      windows.set(forceId, people)
      people.set(userId, (people.get(userId) ?? 0) + 1)
      let here = true
      return () => {
        if (!here) return
        here = false
        const left = (people.get(userId) ?? 1) - 1
        if (left > 0) people.set(userId, left)
        else people.delete(userId)
      }
    },
    count: (forceId) => windows.get(forceId)?.size ?? 0,
  }
}
