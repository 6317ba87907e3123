/** How long the widget waits, in milliseconds. */
export const timing = {
  /** A message that may be about danger, and is not acknowledged by then, brings the 999 advice up at once. */
  advise: 3_000,
  /** A message that is not acknowledged by then is shown as not sent yet, with 101 and 999. */
  late: 5_000,
  /** One request is given up after this, and made again with the same key. */
  request: 15_000,
  /** The stream is silent for longer than two of the server's heartbeats: it is dead. */
  silence: 30_000,
  /** A lost stream that is back within this time is not worth a word. */
  grace: 4_000,
  /** After an acknowledgement the stream must show the same events within this time, else something holds it back. */
  behind: 5_000,
  /** Between two signs that the visitor is writing. */
  typing: 4_000,
  /** Between two looks, where streams do not pass. */
  poll: 3_000,
}

/**
 * The wait before try number `attempt` (from 0): half a second, doubled each time up to fifteen, and spread so that a crowd
 * does not come back at once.
 */
export const waitBefore = (attempt: number, chance = Math.random()): number =>
  Math.min(15_000, 500 * 2 ** attempt) * (0.5 + chance / 2)
