import { z } from 'zod'
import { DepartmentId, Membership } from '../department.ts'
import { defineRoutes } from './route.ts'

export const DepartmentMember = Membership.extend({ user: z.object({ id: z.string(), name: z.string() }) })
export type DepartmentMember = z.infer<typeof DepartmentMember>

/** Who works in which department. */
export const membersRoutes = defineRoutes({
  list: {
    id: 'members.list',
    method: 'get',
    path: '/api/department-members',
    summary: 'Everybody with an open account who works in a department',
    access: 'signed-in',
    operation: 'none',
    status: 200,
    response: z.object({ members: z.array(DepartmentMember) }),
  },
  save: {
    id: 'members.save',
    method: 'put',
    path: '/api/departments/{id}/members',
    summary: 'Say who works in a department. Applies at once, also to open pages',
    access: ['admin'],
    operation: 'setting',
    params: z.object({ id: DepartmentId }),
    body: z.object({
      members: z.array(Membership.omit({ department: true }).extend({ user: z.string().max(64) })).max(2_000),
    }),
    maxBody: 524_288,
    status: 200,
    response: z.object({ members: z.array(DepartmentMember) }),
  },
})
