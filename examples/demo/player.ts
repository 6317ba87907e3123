import { escalateDue } from '../../runtime/alerts/escalation-worker.ts'
import type { Cause } from '../../runtime/contact/cause.ts'
import { readEvents, takeTurn } from '../../runtime/contact/take-turn.ts'
import { fireDue } from '../../runtime/contact/timer-worker.ts'
import { performDue } from '../../runtime/effects/effect-worker.ts'
import type { Event } from '../../schema/event.ts'
import type { Input } from '../../schema/input.ts'
import type { DemoServices } from './in-one-transaction.ts'

/** Everything that waits for its time in the tables, and what the workers of a running server would do about it. */
export function createDue(services: DemoServices) {
  let known = -1
  let next: number | undefined
  return {
    async next(): Promise<number | undefined> {
      if (known === services.writings()) return next
      known = services.writings()
      const [row] = await services.db.read.all<{ timer: number | null; alert: number | null; effect: number | null }>(
        `SELECT (SELECT MIN(due_at) FROM timers) AS timer,
           (SELECT MIN(due_at) FROM alerts WHERE acknowledged_at IS NULL) AS alert,
           (SELECT MIN(due_at) FROM effects WHERE status = 'waiting') AS effect`,
      )
      const times = [row?.timer, row?.alert, row?.effect].filter((at) => typeof at === 'number')
      next = times.length === 0 ? undefined : Math.min(...times)
      return next
    },
    async act(): Promise<void> {
      if (known === services.writings() && (next === undefined || next > services.clock.now())) return
      await fireDue(services)
      await escalateDue(services)
      while (await performDue(services));
    },
  }
}

/** One contact, as its visitor sees it. */
export class Conversation {
  readonly #services: DemoServices
  readonly id: string
  #seen = 0
  #count = 0
  prompt: Extract<Event, { type: 'prompt' }> | undefined
  closed = false
  /** The last word came from a person who is there. */
  asked = false
  joined = false
  reference: string | undefined

  constructor(services: DemoServices, id: string) {
    this.#services = services
    this.id = id
  }

  /** Reads what came since the visitor last looked. */
  async look(): Promise<void> {
    for (const event of await readEvents(this.#services.db.read, this.id, this.#seen)) {
      this.#seen = event.seq
      if (event.type === 'prompt') this.prompt = event
      if (event.type === 'closed') this.closed = true
      if (event.type === 'operator') this.joined = event.state === 'joined'
      if (event.type === 'message') {
        this.asked = event.from === 'operator'
        this.reference = /NM\/\d\d\/\d+/.exec(event.text)?.[0] ?? this.reference
        if (event.from === 'flow') this.joined = false
      }
    }
  }

  send(input: Input): Promise<void> {
    return this.#take({ kind: 'visitor', input })
  }

  leave(): Promise<void> {
    return this.#take({ kind: 'ended' })
  }

  async #take(cause: Cause): Promise<void> {
    this.#count++
    await takeTurn(this.#services, this.id, cause, `demo-${this.#count}`)
  }
}
