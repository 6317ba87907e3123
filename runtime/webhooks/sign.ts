import { createHmac } from 'node:crypto'
import { takeRandom } from '../take-random.ts'

const mark = 'whsec_'

/** A secret that both sides keep: `whsec_` and 32 random bytes in Base64. */
export function newSecret(): string {
  return mark + takeRandom(32).toString('base64')
}

/**
 * The headers by which a receiver knows that a message is ours, is whole, and is not an old one played again, as
 * Standard Webhooks 1.0 has them. `at` is the instant of this attempt; `id` is the same in every attempt.
 */
export function signedHeaders(secret: string, id: string, at: number, body: string) {
  const timestamp = String(Math.floor(at / 1_000))
  const key = Buffer.from(secret.slice(mark.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
