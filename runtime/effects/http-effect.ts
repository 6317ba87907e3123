import type { Effect } from '../../nodes/kit/step.ts'
import { type Destination, sendRequest } from '../egress/send-request.ts'
import type { Sent } from '../egress/send-to.ts'
import type { EffectRun, Performed } from './perform-effect.ts'

export interface KnownConnection extends Destination {
  name: string
  /** The far side recognises a repeated Idempotency-Key. */
  idempotent: boolean
}

/**
 * Performs an HTTP action. It is repeated only where repeating is harmless: reading, a far side that recognises the
 * Idempotency-Key, or a request that cannot have arrived. Where something may have been done there and no answer says so,
 * also after the last attempt, the end is `unknown`: never reported as done, and a person gets the task to look.
 */
export async function performHttp(
  effect: Extract<Effect, { kind: 'http' }>,
  connection: KnownConnection | undefined,
  run: EffectRun,
): Promise<Performed> {
  if (!connection)
    return {
      result: { ok: false, reason: 'refused' },
      task: `The flow wants to use the connection "${effect.connection}", which does not exist.`,
    }
  const harmless = effect.method === 'GET' || connection.idempotent
  if (run.interrupted && !harmless) return unknown(connection)
  const sent = await sendRequest(connection, {
    method: effect.method,
    path: effect.path,
    query: effect.query,
    ...(effect.body === undefined ? {} : { body: effect.body }),
    idempotencyKey: run.idempotencyKey,
    timeoutMs: effect.timeoutMs,
  })
  return judge(sent, effect, connection, run, harmless)
}

function judge(
  sent: Sent,
  effect: Extract<Effect, { kind: 'http' }>,
  connection: KnownConnection,
  run: EffectRun,
  harmless: boolean,
): Performed {
  if (sent.kind === 'answer' && sent.status >= 200 && sent.status < 300)
    return { result: { ok: true, output: { status: sent.status, body: sent.body } } }
  const status = sent.kind === 'answer' ? sent.status : undefined
  if (status !== undefined && status < 500 && status !== 408 && status !== 429)
    return { result: { ok: false, reason: 'refused', status } }
  if (sent.kind === 'failure' && sent.reason === 'refused') return { result: { ok: false, reason: 'refused' } }
  const neverArrived = sent.kind === 'failure' && !sent.sent
  if ((harmless || neverArrived) && run.attempt < effect.tries) return { retryInMs: 500 * 2 ** (run.attempt - 1) }
  if (effect.method !== 'GET' && !neverArrived && status !== 429) return unknown(connection)
  return { result: { ok: false, reason: sent.kind === 'failure' ? sent.reason : 'unreachable', status } }
}

function unknown(connection: KnownConnection): Performed {
  return {
    result: { ok: false, reason: 'unknown' },
    task: `It is not known whether "${connection.name}" received the last request. Check there before anybody sends it again.`,
  }
}
