import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Effect } from '../../nodes/kit/step.ts'
import type { connectionsRoutes, TriedRequest } from '../../schema/api/connections.ts'
import { AppError } from '../../schema/app-error.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import type { OutgoingRequest } from '../egress/send-request.ts'
import type { Services } from '../services.ts'
import { findConnection } from './find-connection.ts'
import { fillRequest, tryCall } from './try-call.ts'

type Given = z.output<typeof connectionsRoutes.dryRun.body>
type Call = Omit<OutgoingRequest, 'timeoutMs' | 'idempotencyKey'>

/** Shows a call that an admin wrote, and makes it once where they say so. */
export function dryRun(services: Services, principal: Principal, id: string, given: Given): Promise<TriedRequest> {
  const { method, path, query, body, send } = given
  const call = { method, path, query, ...(body.trim() === '' ? {} : { body: parse(body) }) }
  return run(services, principal, id, call, send)
}

/** The same for the call that a node of a flow asked for. */
export function dryRunEffect(
  services: Services,
  principal: Principal,
  { connection, method, path, query, body }: Extract<Effect, { kind: 'http' }>,
  send: boolean,
): Promise<TriedRequest> {
  return run(services, principal, connection, { method, path, query, ...(body === undefined ? {} : { body }) }, send)
}

async function run(
  services: Services,
  principal: Principal,
  id: string,
  call: Call,
  send: boolean,
): Promise<TriedRequest> {
  const { db, vault, clock } = services
  const connection = await findConnection(db.read, vault, principal.forceId, id)
  if (!connection) throw new AppError('not-found', 'There is no such connection.')
  const outgoing = { ...call, idempotencyKey: randomUUID(), timeoutMs: connection.timeoutMs }
  const tried = send
    ? await tryCall(connection, outgoing)
    : { ...fillRequest(connection, outgoing), answer: null, failure: null }
  if (send && tried.request)
    await db.write((tx) =>
      appendEntry(tx, {
        forceId: principal.forceId,
        at: clock.now(),
        actor: toActor(principal, 'admin', 'designer'),
        operation: 'disclosure',
        objectType: 'connection',
        objectId: id,
        outcome: tried.answer ? 'done' : 'failed',
        payload: { does: 'dry-run', request: tried.request, status: tried.answer?.status ?? null },
      }),
    )
  return tried
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('not-valid', 'What is sent has to be JSON.')
  }
}
