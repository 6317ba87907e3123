import { sendTo } from '../egress/send-to.ts'
import type { Services } from '../services.ts'
import { pause } from './pause.ts'
import { signedHeaders } from './sign.ts'
import { secretContext } from './webhooks.ts'

interface Claimed {
  id: string
  webhook_id: string
  force_id: string
  body: string
  attempts: number
}
interface Target {
  id: string
  force_id: string
  name: string
  address: string
  addresses: string
  secret: string
  state: string
  failing_since: number | null
}

const second = 1_000
const hour = 3_600 * second
/** For how long a process may have one message before another may try it. */
const lease = 60 * second
/** How long the far side may take to answer. */
const patience = 10 * second
/** Waits between attempts: a day and an hour in all. */
const waits = [5 * second, 60 * second, 10 * 60 * second, hour, 4 * hour, 8 * hour, 12 * hour]
/** A webhook that took nothing for this long is paused: before the last wait ends, so that nothing is given up. */
const longestFailure = 24 * hour

/**
 * Tries one message, if it is still to be sent and nobody else has it. The attempt is counted before it is made: a
 * process that dies in the middle leaves a message that may have arrived, and that is sent again under the same id.
 * True when it was taken. `signal` ends the process's part in it: nothing is written down.
 */
export async function deliver(services: Services, id: string, signal?: AbortSignal): Promise<boolean> {
  const { db, clock, vault } = services
  const message = await claim(services, id)
  if (!message) return false
  const [target] = await db.read.all<Target>(
    'SELECT id, force_id, name, address, addresses, secret, state, failing_since FROM webhooks WHERE id = ?',
    [message.webhook_id],
  )
  if (!target) return false
  const secret = vault.open(target.secret, secretContext(target.force_id, target.id))
  const sent = await sendTo(new URL(target.address), JSON.parse(target.addresses) as string[], {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...signedHeaders(secret, message.id, clock.now(), message.body),
    },
    body: message.body,
    timeoutMs: patience,
    signal,
  })
  if (signal?.aborted) return false
  if (sent.kind === 'answer' && sent.status >= 200 && sent.status < 300) {
    await recordTaken(services, message, target, sent.status)
    return true
  }
  await recordFailure(services, message, target, sent.kind === 'answer' ? sent.status : null, wordsFor(sent))
  return false
}

async function claim({ db, clock }: Services, id: string): Promise<Claimed | undefined> {
  return db.write(async (tx) => {
    const [row] = await tx.all<Claimed>(
      `UPDATE webhook_deliveries SET attempts = attempts + 1, due_at = ?
       WHERE id = ? AND status = 'waiting' AND due_at <= ? RETURNING id, webhook_id, force_id, body, attempts`,
      [clock.now() + lease, id, clock.now()],
    )
    return row
  })
}

async function recordTaken({ db }: Services, message: Claimed, target: Target, answer: number): Promise<void> {
  await db.write(async (tx) => {
    await tx.run(`UPDATE webhook_deliveries SET status = 'delivered', answer = ?, problem = NULL WHERE id = ?`, [
      answer,
      message.id,
    ])
    if (target.failing_since !== null)
      await tx.run('UPDATE webhooks SET failing_since = NULL WHERE id = ?', [target.id])
  })
}

async function recordFailure(
  services: Services,
  message: Claimed,
  target: Target,
  answer: number | null,
  problem: string,
): Promise<void> {
  const now = services.clock.now()
  const wait = waits[message.attempts - 1]
  const since = target.failing_since ?? now
  const gone = answer === 410
  const pauses = target.state === 'active' && (gone || now - since >= longestFailure)
  await services.db.write(async (tx) => {
    await tx.run('UPDATE webhook_deliveries SET status = ?, due_at = ?, answer = ?, problem = ? WHERE id = ?', [
      wait === undefined && !pauses && target.state !== 'paused' ? 'failed' : 'waiting',
      now + (wait ?? 0),
      answer,
      problem.slice(0, 300),
      message.id,
    ])
    await tx.run(`UPDATE webhooks SET failing_since = COALESCE(failing_since, ?) WHERE id = ? AND state <> 'off'`, [
      now,
      target.id,
    ])
    if (pauses)
      await pause(tx, target, gone ? 'The far side says that it is gone for good (410).' : `For a day: ${problem}`, now)
  })
}

function wordsFor(sent: Awaited<ReturnType<typeof sendTo>>): string {
  if (sent.kind === 'answer')
    return sent.status >= 300 && sent.status < 400
      ? `It answered ${sent.status}: redirects are not followed.`
      : `It answered ${sent.status}.`
  if (sent.reason === 'timeout') return `It did not answer within ${patience / second} seconds.`
  return sent.reason === 'refused' ? sent.message : `It could not be reached: ${sent.message}`
}
