/** Somebody's doings: each step acts, and says how many milliseconds later the next one comes. */
export type Script = AsyncGenerator<number, void, void>

export interface Timeline {
  now(): number
  /** Lets somebody begin at an instant. */
  begin(at: number, script: Script): void
  /** Lives through everything up to `end`, in order, and leaves what is not over as it then is. */
  run(end: number): Promise<void>
}

/** What happens by itself: when the next of it is due, and what then is done. */
interface Due {
  next(): Promise<number | undefined>
  act(): Promise<void>
}

/**
 * A made-up span of time in which many people act, one step after another and never two at once: so the same people do
 * the same each time. Timers that fall due between two steps fire at their own instant.
 */
export function createTimeline(start: number, due: Due): Timeline {
  let now = start
  let count = 0
  const waiting: { at: number; order: number; script: Script }[] = []
  const timeline: Timeline = {
    now: () => now,
    begin(at, script) {
      const entry = { at, order: count++, script }
      let from = 0
      for (let to = waiting.length; from < to; ) {
        const middle = (from + to) >> 1
        const other = waiting[middle]
        // The earliest is the last of the list.
        if (other && (other.at > at || (other.at === at && other.order > entry.order))) from = middle + 1
        else to = middle
      }
      waiting.splice(from, 0, entry)
    },
    async run(end) {
      for (;;) {
        const upcoming = waiting.at(-1)
        const until = Math.min(upcoming?.at ?? end, end)
        await fireUntil(until)
        if (!upcoming || upcoming.at > end) break
        waiting.pop()
        now = Math.max(now, upcoming.at)
        const step = await upcoming.script.next()
        await due.act()
        if (!step.done) timeline.begin(now + Math.max(1, Math.round(step.value)), upcoming.script)
      }
      now = end
    },
  }
  return timeline

  async function fireUntil(end: number): Promise<void> {
    for (let at = await due.next(); at !== undefined && at <= end; at = await due.next()) {
      now = Math.max(now, at)
      await due.act()
    }
  }
}
