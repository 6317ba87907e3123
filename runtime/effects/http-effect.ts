import type { Effect } from '../../nodes/kit/step.ts'
import { type Destination, sendRequest } from '../egress/send-request.ts'
import type { Sent } from '../egress/send-to.ts'
import { allowsCall } from '../integrations/allows-call.ts'
import type { EffectRun, Performed } from './perform-effect.ts'

export interface KnownConnection extends Destination {
  name: string
  /** What may be called: see `allowsCall`. */
  paths: readonly string[]
  /** The most that one try may take. */
  timeoutMs: number
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
      task: { text: `The flow wants to use the connection "${effect.connection}", which does not exist.` },
    }
  if (!allowsCall(connection.paths, effect.method, effect.path))
    return {
      result: { ok: false, reason: 'refused' },
      task: {
        text: `The flow wants to call ${effect.method} of “${connection.name}” on a path that its admin has not allowed.`,
      },
    }
  const harmless = effect.method === 'GET' || connection.idempotent
  if (run.interrupted && !harmless) return unknown(effect.connection, connection)
  const sent = await sendRequest(connection, {
    method: effect.method,
    path: effect.path,
    query: effect.query,
    ...(effect.body === undefined ? {} : { body: effect.body }),
    idempotencyKey: run.idempotencyKey,
    timeoutMs: Math.min(effect.timeoutMs, connection.timeoutMs),
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
  if (effect.method !== 'GET' && !neverArrived && status !== 429) return unknown(effect.connection, connection)
  return { result: { ok: false, reason: sent.kind === 'failure' ? sent.reason : 'unreachable', status } }
}

function unknown(id: string, { name }: KnownConnection): Performed {
  return {
    result: { ok: false, reason: 'unknown' },
    task: {
      connection: id,
      text: `It is not known whether “${name}” took the last call. Nobody sends it again before you have looked.`,
    },
  }
}
