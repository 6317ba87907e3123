import { insightsRoutes } from '../../schema/api/insights.ts'
import { type Principal, toActor } from '../accounts/principal.ts'
import { appendEntry } from '../audit/append-entry.ts'
import { allowedDepartments } from '../insights/allowed-departments.ts'
import { countedTo } from '../insights/counted-to.ts'
import { exportFigures } from '../insights/export/export-figures.ts'
import { addSchedule, listSchedules, removeSchedule } from '../insights/export/schedules.ts'
import { listChoices } from '../insights/list-choices.ts'
import { listCommentThemes } from '../insights/list-comment-themes.ts'
import { listComments } from '../insights/list-comments.ts'
import { listCountedContacts } from '../insights/list-counted-contacts.ts'
import { liveFigures } from '../insights/live-figures.ts'
import { toLocalHour } from '../insights/local-time.ts'
import { nameStepsOf } from '../insights/name-step.ts'
import { readFigures } from '../insights/read-figures.ts'
import { readSteps } from '../insights/read-steps.ts'
import { requirePeriod } from '../insights/require-period.ts'
import { readMailSettings } from '../mail/mail-settings.ts'
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
    const allowed = allowedDepartments(principal)
    const counted = await countedTo(services)
    return {
      countedTo: new Date(counted).toISOString(),
      figures: await nameStepsOf(services, await readFigures(read, principal.forceId, filter, allowed)),
      compared: other ? await readFigures(read, principal.forceId, { ...filter, ...other }, allowed) : null,
    }
  })
  mount(server, insightsRoutes.steps, ({ principal, query }) => {
    requirePeriod(query)
    return readSteps(services, principal, query)
  })
  mount(server, insightsRoutes.choices, async ({ principal }) => {
    const { day } = toLocalHour(services.clock.now(), services.zoneOf(principal.forceId))
    return listChoices(read, principal.forceId, day, allowedDepartments(principal))
  })
  mount(server, insightsRoutes.live, ({ principal }) => liveFigures(services, principal))
  mount(server, insightsRoutes.comments, async ({ principal, query }) => {
    requirePeriod(query)
    return listComments(services, principal, query)
  })
  mount(server, insightsRoutes.commentThemes, async ({ principal, query }) => {
    requirePeriod(query)
    return listCommentThemes(services, principal, query)
  })
  mount(server, insightsRoutes.contacts, async ({ principal, query }) => {
    requirePeriod(query)
    return listCountedContacts(services, principal, query)
  })
  mount(server, insightsRoutes.export, async ({ principal, query, context }) => {
    const { format, table, ...filter } = query
    requirePeriod(filter)
    const allowed = allowedDepartments(principal)
    const file = await exportFigures(services, principal.forceId, filter, {
      format,
      table,
      allowed,
      by: principal.name,
    })
    await recordExport(principal, { ...filter, format, table: table ?? null })
    return context.body(new Uint8Array(file.content), 200, {
      'content-type': file.type,
      'content-disposition': `attachment; filename="${file.name}"`,
      'cache-control': 'no-store',
    })
  })
  mount(server, insightsRoutes.print, async ({ principal, body }) => {
    await recordExport(principal, { ...body, format: 'print' })
    return undefined
  })
  mount(server, insightsRoutes.schedules, async ({ principal }) => ({
    schedules: await listSchedules(read, principal.forceId),
    canSend: (await readMailSettings(read, principal.forceId)) !== undefined,
  }))
  mount(server, insightsRoutes.addSchedule, ({ principal, body }) => addSchedule(services, principal, body))
  mount(server, insightsRoutes.removeSchedule, async ({ principal, params }) => {
    await removeSchedule(services, principal, params.id)
    return undefined
  })

  function recordExport(principal: Principal, payload: object) {
    return services.db.write((tx) =>
      appendEntry(tx, {
        forceId: principal.forceId,
        at: services.clock.now(),
        actor: toActor(principal, 'supervisor', 'admin', 'designer'),
        operation: 'disclosure',
        objectType: 'figures',
        objectId: principal.forceId,
        outcome: 'done',
        payload,
      }),
    )
  }
}
