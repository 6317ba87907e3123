import { improveRoutes } from '../../schema/api/improve.ts'
import { listGaps } from '../knowledge/improve/list-gaps.ts'
import { proposeAnswer } from '../knowledge/improve/propose-answer.ts'
import { putAway } from '../knowledge/improve/put-away.ts'
import { addTest, listTests, removeTest, runTests } from '../knowledge/improve/test-questions.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

const day = 24 * 60 * 60 * 1_000

/** What makes the documents better. */
export function mountImproveRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, improveRoutes.gaps, async ({ principal, query }) => {
    const { days = 28, department } = query
    const { embedder } = await services.knowledge.open(principal.forceId)
    const since = services.clock.now() - days * day
    return listGaps(services.db.read, principal, { since, department }, embedder)
  })
  mount(server, improveRoutes.putAway, async ({ principal, body }) => {
    await putAway(services, principal, body.asked)
    return undefined
  })
  mount(server, improveRoutes.tests, async ({ principal }) => ({
    tests: await listTests(services.db.read, principal.forceId),
  }))
  mount(server, improveRoutes.addTest, ({ principal, body }) => addTest(services, principal, body))
  mount(server, improveRoutes.removeTest, async ({ principal, params }) => {
    await removeTest(services, principal, params.id)
    return undefined
  })
  mount(server, improveRoutes.runTests, async ({ principal }) => {
    await runTests(services, principal.forceId)
    return { tests: await listTests(services.db.read, principal.forceId) }
  })
  mount(server, improveRoutes.propose, ({ principal, params, body }) =>
    proposeAnswer(services, principal, params.id, body),
  )
}
