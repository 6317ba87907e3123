import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Bus } from '../../events/bus.ts'

export type ProvisionalAnswers = ReturnType<typeof createProvisionalAnswers>

/** What one process says of an answer that grows: the whole of it so far, counted, for notifications may overtake each other. */
const Told = z.object({ by: z.string(), count: z.number(), markup: z.string() })

/**
 * What a language model has written so far for a visitor who waits, as markup. It goes over the bus to whichever process
 * holds the visitor's stream, and is kept nowhere: after a crash nothing is left of it.
 */
export function createProvisionalAnswers(bus: Bus) {
  const by = randomUUID()
  const written = new Map<string, string>()
  let count = 0
  const tell = (contactId: string, markup: string) => {
    const told: z.infer<typeof Told> = { by, count: ++count, markup }
    bus.publish(`provisional:${contactId}`, JSON.stringify(told))
  }
  return {
    set(contactId: string, markup: string) {
      written.set(contactId, markup)
      tell(contactId, markup)
    },
    /** It came to an answer, or to none: nothing stands on the screen beside what is then said. */
    end(contactId: string) {
      if (written.delete(contactId)) tell(contactId, '')
    },
    /** Follows what is written for one contact, by any process. `changed` is called when there is more, or nothing any more. */
    follow(contactId: string, changed: () => void) {
      let latest: z.infer<typeof Told> = { by, count, markup: written.get(contactId) ?? '' }
      const stop = bus.subscribe(`provisional:${contactId}`, (words) => {
        const told = Told.safeParse(parseWords(words)).data
        if (!told || (told.by === latest.by && told.count < latest.count)) return
        latest = told
        changed()
      })
      return { markup: () => latest.markup, stop }
    },
  }
}

function parseWords(words: string): unknown {
  try {
    return JSON.parse(words)
  } catch {
    return undefined
  }
}
