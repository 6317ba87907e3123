import { thriveRoutes } from '../../schema/api/thrive.ts'
import { AppError } from '../../schema/app-error.ts'
import { readFacts } from '../inbox/read-facts.ts'
import { recordConsultation } from '../inbox/record-consultation.ts'
import { getSeen } from '../inbox/rights.ts'
import { agreeToLower } from '../thrive/agree-to-lower.ts'
import { propose } from '../thrive/propose.ts'
import { readRecords, readTold } from '../thrive/read-thrive.ts'
import { signJudgement } from '../thrive/sign-judgement.ts'
import { keepTold } from '../thrive/told-facts.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** How contacts were judged, and what their visitors were told. */
export function mountThriveRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, thriveRoutes.get, async ({ principal, params: { id } }) => {
    const { read } = services.db
    await getSeen(read, principal, id)
    await recordConsultation(services, principal, [id])
    const known = await readFacts(read, services, principal.forceId, id)
    if (!known) throw new AppError('not-found', 'There is no such contact.')
    return {
      records: await readRecords(read, id),
      proposal: propose(known.facts, known.events),
      told: await readTold(read, id),
    }
  })
  mount(server, thriveRoutes.sign, ({ principal, params, body }) => signJudgement(services, principal, params.id, body))
  mount(server, thriveRoutes.agree, ({ principal, params, body }) =>
    agreeToLower(services, principal, params.id, body.agree),
  )
  mount(server, thriveRoutes.tell, ({ principal, params, body }) => keepTold(services, principal, params.id, body))
}
