import type { Database } from '../db/database.ts'

/** What may have changed: a contact's log, or a force's queue, alerts and open contacts, a flow's draft and who draws it, a force's documents. */
export type Topic =
  | `contact:${string}`
  | `inbox:${string}`
  | `settings:${string}`
  | `flow:${string}`
  | `knowledge:${string}`
  /** A language model writes to the visitor: nothing is kept of it, so its words go along. */
  | `provisional:${string}`
  /** Somebody is writing: nothing is kept of it. */
  | `typing:${string}:${'visitor' | 'staff'}`
  /** The browser at the end of a person's stream answered. */
  | `heard:${string}:${string}`

/** Wake-ups. The bus only says "look now": whoever hears it reads the tables, and nothing depends on hearing it. */
export interface Bus {
  /** `words` are for what stands in no table. Longer ones than PostgreSQL carries are left out, and only wake. */
  publish(topic: Topic, words?: string): void
  /** Returns what ends the subscription. */
  subscribe(topic: Topic, act: (words: string) => void): () => void
}

/** Bytes of a notification of PostgreSQL. */
const most = 7_999

/** A bus over the database's own notifications, so that every process hears what any of them wrote. */
export function createBus(db: Database): Bus {
  const listeners = new Map<string, Set<(words: string) => void>>()
  db.onNotify((said) => {
    const [topic = '', ...words] = said.split(' ')
    for (const act of listeners.get(topic) ?? []) act(words.join(' '))
  })
  return {
    publish(topic, words = '') {
      const said = `${topic} ${words}`.trimEnd()
      db.notify(Buffer.byteLength(said) > most ? topic : said)
    },
    subscribe(topic, act) {
      const acts = listeners.get(topic) ?? new Set()
      listeners.set(topic, acts)
      acts.add(act)
      return () => {
        acts.delete(act)
        if (acts.size === 0) listeners.delete(topic)
      }
    },
  }
}
