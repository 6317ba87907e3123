import { lookAgain } from '../../look-again.ts'
import type { Services } from '../../services.ts'
import { readRevision } from '../documents/knowledge-revision.ts'
import { runTests } from './test-questions.ts'

const pause = 2_000

/** Asks the test questions of every force whose documents have changed since it last did, so that a fault shows at once. */
export function startTestWorker(services: Services) {
  const done = new Map<string, number>()
  return lookAgain(services, {
    pause,
    failed: 'test questions could not be asked',
    behindTheScenes: true,
    look: () => runChanged(services, done),
  })
}

/** One look. `done` is the revision of the documents at which each force's questions were asked. */
export async function runChanged(services: Services, done: Map<string, number>): Promise<void> {
  for (const forceId of services.forceIds()) {
    const revision = await readRevision(services.db.read, forceId)
    if (done.get(forceId) === revision) continue
    await runTests(services, forceId)
    done.set(forceId, revision)
    services.bus.publish(`knowledge:${forceId}`)
  }
}
