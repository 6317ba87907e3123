/** The server's clock. Tests set their own; nothing else in the runtime reads the time. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }
