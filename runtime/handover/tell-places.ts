import { takeTurn } from '../contact/take-turn.ts'
import type { Services } from '../services.ts'

/** A visitor's page reads their place out at most once a minute; oftener than this it would only flicker. Milliseconds. */
const again = 20_000

interface Waiting {
  id: string
  version: number
  department: string
  priority: number
}
interface Told {
  place: number
  at: number
}
const told = new WeakMap<Services, Map<string, Told>>()

/**
 * Tells visitors their new place when the queue has moved. `waiting` is in the order of the queue. What was told stands in
 * the log of each contact; that this process remembers it too only keeps it from saying the same twice.
 */
export async function tellPlaces(services: Services, waiting: readonly Waiting[]): Promise<void> {
  const known = told.get(services) ?? new Map<string, Told>()
  told.set(services, known)
  const now = services.clock.now()
  const here = new Set(waiting.map(({ id }) => id))
  for (const id of known.keys()) if (!here.has(id)) known.delete(id)
  const lengths = new Map<string, number>()
  for (const { id, version, department, priority } of waiting) {
    const place = (lengths.get(department) ?? 0) + 1
    lengths.set(department, place)
    const last = known.get(id)
    // Who comes into a queue is told by that turn; in an emergency nobody is told to wait their turn.
    if (!last) known.set(id, { place, at: now })
    if (!last || last.place === place || now - last.at < again || priority === 0) continue
    known.set(id, { place, at: now })
    await takeTurn(services, id, { kind: 'desk', does: 'tell-place' }, `desk:tell-place:${version}`)
  }
}
