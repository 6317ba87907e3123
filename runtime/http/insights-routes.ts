import { insightsRoutes } from '../../schema/api/insights.ts'
import { allowedDepartments } from '../insights/allowed-departments.ts'
import { countedTo } from '../insights/counted-to.ts'
import { listChoices } from '../insights/list-choices.ts'
import { listComments } from '../insights/list-comments.ts'
import { listCountedContacts } from '../insights/list-counted-contacts.ts'
import { liveFigures } from '../insights/live-figures.ts'
import { toLocalHour } from '../insights/local-time.ts'
import { readFigures } from '../insights/read-figures.ts'
import { requirePeriod } from '../insights/require-period.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** Figures, and what stands behind them. */
export function mountInsightsRoutes(server: ServerContext): void {
  const { services } = server
  const { read } = services.db

  mount(server, insightsRoutes.figures, async ({ principal, query }) => {
    const { compareFrom, compareTo, ...filter } = query
    requirePeriod(filter)
    const other = compareFrom && compareTo ? { from: compareFrom, to: compareTo } : undefined
    if (other) requirePeriod(other)
    const allowed = await allowedDepartments(read, principal)
    const counted = await countedTo(services)
    return {
      countedTo: new Date(counted).toISOString(),
      figures: await readFigures(read, principal.forceId, filter, allowed),
      compared: other ? await readFigures(read, principal.forceId, { ...filter, ...other }, allowed) : null,
    }
  })
  mount(server, insightsRoutes.choices, async ({ principal }) => {
    const { day } = toLocalHour(services.clock.now(), services.zoneOf(principal.forceId))
    return listChoices(read, principal.forceId, day, await allowedDepartments(read, principal))
  })
  mount(server, insightsRoutes.live, ({ principal }) => liveFigures(services, principal))
  mount(server, insightsRoutes.comments, async ({ principal, query }) => {
    requirePeriod(query)
    return listComments(services, principal, query)
  })
  mount(server, insightsRoutes.contacts, async ({ principal, query }) => {
    requirePeriod(query)
    return listCountedContacts(services, principal, query)
  })
}
