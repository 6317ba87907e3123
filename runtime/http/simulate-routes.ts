import { MachineChart, simulateRoutes } from '../../schema/api/simulate.ts'
import { getFlowRow } from '../flows/flow-row.ts'
import { openDraftStage } from '../flows/open-draft-stage.ts'
import { runTests } from '../flows/run-tests.ts'
import { simulate } from '../flows/simulate.ts'
import { tryWords } from '../flows/try-words.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** Playing drafts, and running their tests. */
export function mountSimulateRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, simulateRoutes.simulate, async ({ principal, params, body }) =>
    simulate(await openDraftStage(services, principal, params.id, body.flow), body.script),
  )
  mount(server, simulateRoutes.tryOut, async ({ principal, params, body }) => {
    await getFlowRow(services.db.read, principal, params.id)
    return tryWords(services, principal.forceId, body.type, body.data, body.words)
  })
  mount(server, simulateRoutes.machine, async ({ principal, params, body }) => {
    const { runnable } = await openDraftStage(services, principal, params.id, body.flow)
    return { machine: MachineChart.parse(runnable.compiled.config) }
  })
  mount(server, simulateRoutes.runTests, async ({ principal, params, body }) =>
    runTests(await openDraftStage(services, principal, params.id, body.flow), body.tests),
  )
}
