import { createHmac, timingSafeEqual } from 'node:crypto'

const fiveMinutes = 300

interface Received {
  headers: Readonly<Record<string, string | string[] | undefined>>
  /** As it came: parsed and written anew it would be another text. */
  body: string
}

/**
 * The receiving side of a webhook. Gives what was told; nothing where it was told before, or where it is not from
 * Signpost, was changed on the way, or is an old message that somebody plays again.
 */
export function createReceiver(secret: string, now: () => number = Date.now) {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  /** A real receiver keeps these for a day in its database, with what the message made it do. */
  const seen = new Set<string>()
  return ({ headers, body }: Received): { status: 200 | 401; told?: unknown } => {
    const id = String(headers['webhook-id'])
    const timestamp = String(headers['webhook-timestamp'])
    if (!(Math.abs(now() / 1_000 - Number(timestamp)) <= fiveMinutes)) return { status: 401 }
    const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
    const signatures = String(headers['webhook-signature']).split(' ')
    const isOurs = signatures.some((signature) => {
      const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64')
      return signature.startsWith('v1,') && given.length === expected.length && timingSafeEqual(given, expected)
    })
    if (!isOurs) return { status: 401 }
    // It is taken also the second time: else it would come again and again.
    if (seen.has(id)) return { status: 200 }
    seen.add(id)
    return { status: 200, told: JSON.parse(body) }
  }
}
