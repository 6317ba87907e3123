import { warningsRoutes } from '../../schema/api/warnings.ts'
import { clearWarning } from '../inbox/clear-warning.ts'
import { isWarningFor, readStandingWarnings } from '../inbox/read-warnings.ts'
import { recordConsultation } from '../inbox/record-consultation.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** What people who supervise have to know of. */
export function mountWarningsRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, warningsRoutes.list, async ({ principal }) => {
    const standing = await readStandingWarnings(services.db.read, principal.forceId)
    const warnings = standing.filter((warning) => isWarningFor(principal, warning))
    await recordConsultation(services, principal, [...new Set(warnings.map(({ contact }) => contact))])
    return { unowned: warnings.filter(({ kind }) => kind === 'unowned').length, warnings }
  })
  mount(server, warningsRoutes.clear, async ({ principal, params }) => {
    await clearWarning(services, principal, params.id)
    return { ok: true as const }
  })
}
