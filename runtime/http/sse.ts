/** Milliseconds between heartbeats, and between looks at the tables where no wake-up came. */
export const heartbeatMs = 15_000
export const pollMs = 2_000

export interface Frame {
  id?: number
  event?: string
  data: unknown
}

/** A frame of a stream. JSON on one line: no text can end the frame and begin another. */
export function toFrame({ id, event, data }: Frame): string {
  return `${id === undefined ? '' : `id: ${id}\n`}${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`
}

/** Wakes a reader that waits: by `wake`, after a time, or when the stream is over. */
export function createWaiter(signal: AbortSignal) {
  let woken = false
  let resume: (() => void) | undefined
  const wake = () => {
    woken = true
    resume?.()
  }
  signal.addEventListener('abort', wake)
  return {
    wake,
    async wait(ms: number): Promise<void> {
      if (!woken)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          resume = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      resume = undefined
      woken = signal.aborted
    },
  }
}

const open = new Set<AbortController>()
const shared = new Map<string, AbortController[]>()

/** Ends every stream of this process, because it stops: browsers come back to the next one. */
export function endStreams(): void {
  for (const stream of open) stream.abort()
}

/** At most so many streams of one thing: a further one ends the oldest, which may be a connection that nobody has any more. */
export interface Sharing {
  of: string
  most: number
}

function join({ of, most }: Sharing, stream: AbortController): () => void {
  const streams = [...(shared.get(of) ?? []), stream]
  for (const oldest of streams.splice(0, streams.length - most)) oldest.abort()
  shared.set(of, streams)
  return () => {
    const left = (shared.get(of) ?? []).filter((other) => other !== stream)
    if (left.length > 0) shared.set(of, left)
    else shared.delete(of)
  }
}

/**
 * An answer that streams `frames`. The next frame is made when the browser has room for it, so a slow reader costs one
 * frame of memory; when it goes away, the signal ends the frames.
 */
export function streamFrames(frames: (signal: AbortSignal) => AsyncGenerator<string>, sharing?: Sharing): Response {
  const end = new AbortController()
  const leave = sharing ? join(sharing, end) : () => {}
  const encoder = new TextEncoder()
  const source = frames(end.signal)
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        open.add(end)
        const next = await source.next()
        if (!next.done) return controller.enqueue(encoder.encode(next.value))
        open.delete(end)
        leave()
        controller.close()
      },
      async cancel() {
        open.delete(end)
        leave()
        end.abort()
        await source.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Proxies that gather an answer before passing it on would hold the stream back.
      'X-Accel-Buffering': 'no',
      'Cache-Control': 'no-store, no-transform',
    },
  })
}
