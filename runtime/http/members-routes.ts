import { membersRoutes } from '../../schema/api/members.ts'
import { listMembers, saveMembers } from '../routing/members.ts'
import { mount } from './mount.ts'
import type { ServerContext } from './server-context.ts'

/** Who works in which department. */
export function mountMembersRoutes(server: ServerContext): void {
  const { services } = server
  mount(server, membersRoutes.list, async ({ principal }) => ({
    members: await listMembers(services.db.read, principal.forceId),
  }))
  mount(server, membersRoutes.save, async ({ principal, params, body }) => ({
    members: await saveMembers(services, principal, params.id, body.members),
  }))
}
