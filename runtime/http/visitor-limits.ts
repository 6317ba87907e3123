import type { Limits, Rate, Route } from '../../schema/api/route.ts'
import { AppError } from '../../schema/app-error.ts'
import type { Clock } from '../clock.ts'
import { createRateLimit } from './rate-limit.ts'

/** Who calls: `address` is undefined for tools on this machine itself, which are not limited. */
export interface Caller {
  address: string | undefined
  contact?: string | undefined
}

/** What one call of a visitor may take of the server. */
export interface VisitorLimits {
  /** Refuses by what is known before the caller has shown a token. */
  admit(route: Route, caller: Caller): void
  /**
   * Refuses a contact that does too much, unless `urgent` says that its words are about danger: those are let through
   * four times as often again. Gives what has to be called when the answer is ready.
   */
  begin(route: Route, caller: Caller, urgent: () => boolean): () => void
}

/** Urgent words beyond every other limit: a person in danger repeats themselves, a flood does it faster. */
const urgentRate: Rate = { burst: 32, seconds: 1 }

/**
 * The limits that the route tables declare. `scale` makes all of them wider, or 0 takes them away. A limit must never
 * silence a person: whoever is refused is told so at once, with the numbers to call, and with the advice where their
 * words are about danger.
 */
export function createVisitorLimits(clock: Clock, scale: number): VisitorLimits {
  const rates = new Map<Rate, (key: string) => boolean>()
  const running = new Map<string, number>()
  const within = (list: readonly Rate[] | undefined, key: string) =>
    (list ?? []).every((rate) => {
      const limit = rates.get(rate) ?? createRateLimit(rate, scale, clock)
      rates.set(rate, limit)
      return limit(key)
    })
  const limited = (route: Route, { address }: Caller): Limits | undefined =>
    scale > 0 && address !== undefined ? route.limits : undefined

  return {
    admit(route, caller) {
      const limits = limited(route, caller)
      if (!limits || caller.address === undefined) return
      if (!within(limits.perAddress, caller.address) || !within(limits.overall, '')) throw tooMany()
    },
    begin(route, caller, urgent) {
      const limits = limited(route, caller)
      if (!limits) return () => {}
      const who = caller.contact ?? caller.address ?? ''
      if (!within(limits.perContact, who) && !(urgent() && within([urgentRate], who))) throw tooMany()
      const key = `${route.id} ${who}`
      const now = running.get(key) ?? 0
      if (now >= limits.atOnce * Math.max(1, scale) && !urgent()) throw tooMany()
      running.set(key, now + 1)
      let open = true
      return () => {
        if (!open) return
        open = false
        const left = (running.get(key) ?? 1) - 1
        if (left > 0) running.set(key, left)
        else running.delete(key)
      }
    },
  }
}

function tooMany(): AppError {
  return new AppError(
    'too-many',
    'Not sent. Too much came at once. Wait a moment, then try again. If someone is in danger, call 999. Otherwise call 101.',
  )
}
