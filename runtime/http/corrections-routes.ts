import { correctionsRoutes } from '../../schema/api/corrections.ts'
import {
  acceptCorrection,
  correctIntent,
  listCorrections,
  offerCorrection,
  refuseCorrection,
  tryCorrection,
} from '../intent/corrections.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** What operators put right about intents. */
export function mountCorrectionsRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, correctionsRoutes.offer, ({ principal, params }) => offerCorrection(services, principal, params.id))
  mount(server, correctionsRoutes.correct, async ({ principal, params, body }) => {
    await correctIntent(services, principal, params.id, body.meant)
    return undefined
  })
  mount(server, correctionsRoutes.list, async ({ principal }) => ({
    corrections: await listCorrections(services, principal),
  }))
  mount(server, correctionsRoutes.try, ({ principal, params, body }) =>
    tryCorrection(services, principal, params.id, body.phrase),
  )
  mount(server, correctionsRoutes.accept, ({ principal, params, body }) =>
    acceptCorrection(services, principal, params.id, body.phrase),
  )
  mount(server, correctionsRoutes.refuse, ({ principal, params }) => refuseCorrection(services, principal, params.id))
}
