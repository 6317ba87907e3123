import type { Database, Transaction } from '../../runtime/db/database.ts'
import { performHttp } from '../../runtime/effects/http-effect.ts'
import { openForces } from '../../runtime/forces.ts'
import { createDesk } from '../../runtime/handover/desk.ts'
import { findConnection } from '../../runtime/integrations/find-connection.ts'
import { answerEffect } from '../../runtime/knowledge/answer-effect.ts'
import { openKnowledge } from '../../runtime/knowledge/open-knowledge.ts'
import { assess } from '../../runtime/safety/assess.ts'
import type { Services } from '../../runtime/services.ts'

const retryAfter = 2_000

/** The services, and what keeps their memory in step with the tables. */
export interface DemoServices extends Services {
  /** How often something was written: while it stays the same, nothing new can be due. */
  writings(): number
  /** Counts queues and people anew, as the server does after each change of the inbox. */
  recount(forceId: string): Promise<void>
}

/**
 * The server's own services on a transaction that is open: what they write is read at once by the next of them, and
 * stands or falls with everything else. So eight weeks cost one flush of the disk, and a demo that was interrupted
 * leaves nothing behind. Nobody is told of anything: there is nobody yet.
 */
export async function inOneTransaction(services: Services, tx: Transaction): Promise<DemoServices> {
  let writings = 0
  let last: Promise<unknown> = Promise.resolve()
  const db: Database = {
    ...services.db,
    read: tx,
    write(job) {
      writings++
      const written = last.then(() => job(tx))
      last = written.catch(() => {})
      return written
    },
  }
  const forces = await openForces(db)
  const desk = createDesk(db, services.clock, () => {})
  // By words alone: the same answers on a machine with a model and on one without.
  const knowledge = openKnowledge({
    db,
    clock: services.clock,
    modelFolders: [],
    zoneOf: forces.zoneOf,
    assess: (forceId, text) => assess(text, [], services.detectors.of(forceId)),
    onFault: () => {},
  })
  const demo: DemoServices = {
    ...services,
    writings: () => writings,
    knowledge,
    db,
    desk,
    zoneOf: forces.zoneOf,
    forceIds: forces.ids,
    settingsOf: forces.settingsOf,
    adviceWordsFor: forces.adviceWordsFor,
    reloadForces: forces.reload,
    // The sample departments have no rules of their own.
    escalationsOf: () => () => [],
    nodeServices: (forceId) => ({
      departments: () => forces.departments(forceId, services.clock.now(), desk.people(forceId)),
      fileName: () => undefined,
      understand: services.intentsFor(forceId).understand,
    }),
    announce: () => {},
    async perform(effect, run) {
      if (effect.kind === 'answer') return answerEffect(demo, effect, run)
      const connection = await findConnection(tx, services.vault, run.forceId, effect.connection)
      const performed = await performHttp(effect, connection, run)
      // Pauses between tries are left to chance elsewhere; here they have to be the same each time.
      return 'retryInMs' in performed ? { retryInMs: retryAfter } : performed
    },
    async recount(forceId) {
      await forces.recount(forceId)
      await desk.refresh(forceId)
    },
  }
  return demo
}
