import { randomUUID } from 'node:crypto'
import type { Services } from '../services.ts'
import { toFrame } from './sse.ts'

/** Milliseconds between two beats of a stream, and how long a browser that answered them may be silent. */
const beatMs = 4_000
const silentMs = 18_000

/**
 * Whether the browser at the end of a stream is still reached. A machine that vanishes closes nothing: for minutes its
 * connection looks as if somebody were there. So the stream sends beats, and a browser that answered one has to go on
 * answering (`colleagues.here`, which another process may take). Programs that never answer are believed as long as they are connected.
 */
export function watchBrowser({ bus }: Services, userId: string, onSilent: () => void) {
  const stream = randomUUID()
  let heardAt: number | undefined
  let sentAt = Number.NEGATIVE_INFINITY
  const isSilent = () => heardAt !== undefined && performance.now() - heardAt > silentMs
  const stop = bus.subscribe(`heard:${userId}:${stream}`, () => {
    heardAt = performance.now()
  })
  // By a clock of its own: a stream whose reader takes nothing more makes no frames.
  const timer = setInterval(() => isSilent() && onSilent(), 1_000)
  return {
    isSilent,
    /** The next beat, where it is time for one. */
    *beats(): Generator<string> {
      if (performance.now() - sentAt < beatMs) return
      sentAt = performance.now()
      yield toFrame({ event: 'beat', data: { stream } })
    },
    close() {
      clearInterval(timer)
      stop()
    },
  }
}
