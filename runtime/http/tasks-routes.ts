import { tasksRoutes } from '../../schema/api/tasks.ts'
import { listTasks, settleTask } from '../tasks/settle-task.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** What a person has to look at. */
export function mountTasksRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, tasksRoutes.list, async ({ principal }) => ({ tasks: await listTasks(services, principal) }))
  mount(server, tasksRoutes.settle, async ({ principal, params, body }) => {
    await settleTask(services, principal, params.id, body)
    return { ok: true as const }
  })
}
