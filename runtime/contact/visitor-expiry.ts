const hour = 3_600_000

/** How long a visitor's token opens their contact: since anything happened in it, and since it began, in milliseconds. */
export const tokenAge = { idle: 12 * hour, longest: 24 * hour }

/** What is kept of a contact's token. */
export interface VisitorToken {
  forceId: string
  tokenHash: string
  /** When the contact began, and when anything last happened in it, as far as this process knows. */
  began: number
  used: number
}

/** Why the visitor of a contact can no longer go on with it, in words for them; undefined while they can. */
export function visitorExpiry(contact: { began: number; used: number }, now: number): string | undefined {
  const why =
    now - contact.began > tokenAge.longest
      ? 'This chat began more than 24 hours ago, so it has ended.'
      : now - contact.used > tokenAge.idle
        ? 'Nothing was written in this chat for 12 hours, so it has ended.'
        : undefined
  return why && `${why} You can start a new chat. In an emergency call 999, otherwise 101.`
}
