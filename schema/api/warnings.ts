import { z } from 'zod'
import { defineRoutes } from './route.ts'

/**
 * What people who supervise have to know of. `unowned`: a contact without a person, a staffed queue with a running clock,
 * or a named end. `nobody-there`: somebody waits where nobody is. `silent`: the owner does not answer. `escalated`: a rule
 * of the department. `reassess`: a grade was not looked at again in time. `agree`: a
 * lower one waits for a second person. `promise`: what a visitor was told has lapsed.
 */
export const warningKinds = ['unowned', 'nobody-there', 'silent', 'escalated', 'reassess', 'agree', 'promise'] as const
export const WarningKind = z.enum(warningKinds)
export type WarningKind = z.infer<typeof WarningKind>

export const DeskWarning = z.object({
  id: z.string(),
  contact: z.string(),
  number: z.int(),
  department: z.string().nullable(),
  kind: WarningKind,
  text: z.string(),
  at: z.string(),
})
export type DeskWarning = z.infer<typeof DeskWarning>

export const warningsRoutes = defineRoutes({
  list: {
    id: 'warnings.list',
    method: 'get',
    path: '/api/inbox/warnings',
    summary: 'What stands open for people who supervise, and first of all how many contacts have no owner',
    access: ['supervisor'],
    operation: 'consultation',
    status: 200,
    response: z.object({ unowned: z.int(), warnings: z.array(DeskWarning) }),
  },
  clear: {
    id: 'warnings.clear',
    method: 'post',
    path: '/api/inbox/warnings/{id}/clear',
    summary: 'Say that a warning was seen to. One whose cause is still there comes back',
    access: ['supervisor'],
    operation: 'alteration',
    params: z.object({ id: z.string().max(64) }),
    status: 200,
    response: z.object({ ok: z.literal(true) }),
  },
})
