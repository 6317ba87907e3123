import { AppError } from '../../../schema/app-error.ts'
import { type Principal, toActor } from '../../accounts/principal.ts'
import { appendEntry } from '../../audit/append-entry.ts'
import type { Transaction } from '../../db/database.ts'
import type { Services } from '../../services.ts'
import type { TrainingResult } from '../worker/train-for-force.ts'
import { readExamples } from './examples.ts'
import { touchSafety } from './touch-safety.ts'

/** A training that has not ended after this long was lost with its process, in milliseconds. */
const longest = 3_600_000

/** What is kept of a training besides its weights. */
export interface TrainingRecord extends Pick<TrainingResult, 'refusals' | 'lost'> {
  before?: TrainingResult['before']
  after?: TrainingResult['after']
  /** Ids of the own examples that it was trained on. */
  trainedOn: string[]
}

/**
 * Starts a training on the built-in labelled set and the force's own examples, in a thread of its own. What comes of it
 * is written when it is there: it is used when no recall fell, and only then. One training of a force runs at a time.
 */
export async function startTraining(services: Services, principal: Principal): Promise<{ version: number }> {
  const { db, clock, detectors } = services
  const { forceId } = principal
  const own = await readExamples(db.read, forceId)
  if (own.length === 0) throw new AppError('conflict', 'There is nothing to learn from yet: no message was marked.')
  const version = await db.write(async (tx) => {
    const now = clock.now()
    const [running] = await tx.all(
      `SELECT version FROM safety_models WHERE force_id = ? AND state = 'training' AND started_at > ?`,
      [forceId, now - longest],
    )
    if (running) throw new AppError('conflict', 'A training runs already.')
    await tx.run(`UPDATE safety_models SET state = 'failed' WHERE force_id = ? AND state = 'training'`, [forceId])
    const [last] = await tx.all<{ version: number | null }>(
      'SELECT max(version) AS version FROM safety_models WHERE force_id = ?',
      [forceId],
    )
    const next = (last?.version ?? 0) + 1
    await tx.run(
      `INSERT INTO safety_models (force_id, version, state, active, base, examples, started_at, started_by)
       VALUES (?, ?, 'training', 0, ?, ?, ?, ?)`,
      [forceId, next, detectors.builtIn.version, own.length, now, principal.userId],
    )
    await record(tx, services, principal, next, { does: 'train', examples: own.length })
    return next
  })
  const inUse = { weights: detectors.weightsOf(forceId), own: await ownInUse(services, forceId, own) }
  void services.trainingWorker
    .run({ kind: 'train', inUse, own })
    .then((result) =>
      finish(
        services,
        principal,
        version,
        result,
        own.map(({ id }) => id),
      ),
    )
    .catch((error: unknown) => fail(services, forceId, version, error))
  return { version }
}

/** Puts an earlier training that was accepted into use again, or the built-in layer (0). A person's decision, recorded. */
export async function useTraining(
  services: Services,
  principal: Principal,
  version: number,
  reason: string,
): Promise<{ version: number }> {
  const { forceId } = principal
  await services.db.write(async (tx) => {
    const [before] = await tx.all<{ version: number }>(
      'SELECT version FROM safety_models WHERE force_id = ? AND active = 1',
      [forceId],
    )
    await activate(tx, forceId, version)
    if (version > 0) {
      const [row] = await tx.all<{ base: string }>(
        `SELECT base FROM safety_models WHERE force_id = ? AND version = ? AND state = 'accepted'`,
        [forceId, version],
      )
      if (!row) throw new AppError('not-found', 'There is no such training that was accepted.')
      if (row.base !== services.detectors.builtIn.version)
        throw new AppError('conflict', 'Signpost was updated since that training. Train again.')
    }
    await record(tx, services, principal, version, { does: 'use', version, before: before?.version ?? 0, reason })
  })
  await takeOver(services, forceId)
  return { version }
}

/** Where there is one process only, a training that still runs at its start was lost with the last one. */
export async function endLostTrainings({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<void> {
  if (db.dialect !== 'sqlite') return
  const lost: TrainingRecord = {
    refusals: ['Signpost was restarted meanwhile. Start it again.'],
    lost: [],
    trainedOn: [],
  }
  await db.write((tx) =>
    tx.run(`UPDATE safety_models SET state = 'failed', result = ?, finished_at = ? WHERE state = 'training'`, [
      JSON.stringify(lost),
      clock.now(),
    ]),
  )
}

async function finish(
  services: Services,
  principal: Principal,
  version: number,
  { weights, accepted, ...result }: TrainingResult,
  trainedOn: string[],
): Promise<void> {
  const { forceId } = principal
  const kept: TrainingRecord = { ...result, trainedOn }
  await services.db.write(async (tx) => {
    await tx.run(
      `UPDATE safety_models SET state = ?, weights = ?, result = ?, finished_at = ?
       WHERE force_id = ? AND version = ? AND state = 'training'`,
      [
        accepted ? 'accepted' : 'refused',
        weights ?? null,
        JSON.stringify(kept),
        services.clock.now(),
        forceId,
        version,
      ],
    )
    if (accepted) await activate(tx, forceId, version)
    await record(tx, services, principal, version, { does: 'trained', accepted, ...result })
  })
  if (accepted) await takeOver(services, forceId)
  services.log.info({ forceId, version, accepted, refusals: result.refusals }, 'a training has ended')
}

async function fail(services: Services, forceId: string, version: number, error: unknown): Promise<void> {
  services.log.error({ error, forceId, version }, 'a training failed')
  const kept: TrainingRecord = {
    refusals: [error instanceof Error ? error.message : String(error)],
    lost: [],
    trainedOn: [],
  }
  await services.db
    .write((tx) =>
      tx.run(
        `UPDATE safety_models SET state = 'failed', result = ?, finished_at = ? WHERE force_id = ? AND version = ? AND state = 'training'`,
        [JSON.stringify(kept), services.clock.now(), forceId, version],
      ),
    )
    .catch((again: unknown) => services.log.error({ error: again }, 'a failed training could not be written down'))
}

async function activate(tx: Transaction, forceId: string, version: number): Promise<void> {
  await tx.run(`UPDATE safety_models SET active = CASE WHEN version = ? THEN 1 ELSE 0 END WHERE force_id = ?`, [
    version,
    forceId,
  ])
  await touchSafety(tx, forceId)
}

/** The change counts in this process now, and in the others when they hear of it. */
async function takeOver(services: Services, forceId: string): Promise<void> {
  await services.detectors.reload()
  services.bus.publish(`settings:${forceId}`)
}

/** The own examples that the layer in use was trained on, as far as they are still there. */
async function ownInUse(services: Services, forceId: string, own: Awaited<ReturnType<typeof readExamples>>) {
  const [row] = await services.db.read.all<{ result: string | null }>(
    'SELECT result FROM safety_models WHERE force_id = ? AND active = 1',
    [forceId],
  )
  if (!row?.result) return []
  const { trainedOn } = JSON.parse(row.result) as TrainingRecord
  return own.filter(({ id }) => trainedOn.includes(id))
}

async function record(
  tx: Transaction,
  services: Services,
  principal: Principal,
  version: number,
  payload: object,
): Promise<void> {
  await appendEntry(tx, {
    forceId: principal.forceId,
    at: services.clock.now(),
    actor: toActor(principal, 'admin'),
    operation: 'setting',
    objectType: 'safety-training',
    objectId: String(version),
    outcome: 'done',
    payload,
  })
}
