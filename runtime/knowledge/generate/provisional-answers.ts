import type { Bus } from '../../events/bus.ts'

export type ProvisionalAnswers = ReturnType<typeof createProvisionalAnswers>

/**
 * What a language model has written so far for a visitor who waits, as markup. It is held in this process alone and never
 * kept: after a crash nothing is left of it, and a visitor whose stream is held by another process waits for the whole.
 */
export function createProvisionalAnswers(bus: Bus) {
  const written = new Map<string, string>()
  return {
    set(contactId: string, markup: string) {
      written.set(contactId, markup)
      bus.publish(`provisional:${contactId}`)
    },
    get: (contactId: string) => written.get(contactId) ?? '',
    /** It came to an answer, or to none: nothing stands on the screen beside what is then said. */
    end(contactId: string) {
      if (written.delete(contactId)) bus.publish(`provisional:${contactId}`)
    },
  }
}
