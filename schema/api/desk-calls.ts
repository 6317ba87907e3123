import { z } from 'zod'
import { FilledRequest } from './connections.ts'
import { defineRoutes } from './route.ts'

const Id = z.object({ id: z.string().max(64) })
const staff = ['operator', 'supervisor'] as const

/** What staff may do in another system for a contact, with what is known put in already. */
export const DeskAction = z.object({
  connection: z.string(),
  system: z.string(),
  id: z.string(),
  name: z.string(),
  /** It changes nothing over there. */
  reads: z.boolean(),
  fields: z.array(z.object({ label: z.string(), value: z.string(), optional: z.boolean() })),
})
export type DeskAction = z.infer<typeof DeskAction>

/** `unknown`: the other system may have taken it. It is a task then, and never said to be recorded. */
export const DeskCall = z.object({
  id: z.string(),
  system: z.string(),
  name: z.string(),
  status: z.enum(['running', 'done', 'refused', 'failed', 'unknown']),
  /** What came of it, in words. */
  words: z.string(),
  reference: z.string().nullable(),
  /** What the other system answered; only at once, it is not kept. */
  answer: z.string().nullable(),
})
export type DeskCall = z.infer<typeof DeskCall>

const Chosen = z.object({
  connection: z.string().max(64),
  action: z.string().max(64),
  /** In the order of the action's fields. */
  values: z.array(z.string().max(4_000)).max(40),
})

export const deskCallsRoutes = defineRoutes({
  list: {
    id: 'desk-calls.list',
    method: 'get',
    path: '/api/contacts/{id}/actions',
    summary: 'What may be done in other systems for a contact, with what was gathered',
    access: staff,
    operation: 'consultation',
    params: Id,
    status: 200,
    response: z.object({ actions: z.array(DeskAction) }),
  },
  show: {
    id: 'desk-calls.show',
    method: 'post',
    path: '/api/contacts/{id}/actions/show',
    summary: 'The call as it would leave, with the credential hidden. Nothing is sent',
    access: staff,
    operation: 'none',
    params: Id,
    body: Chosen,
    status: 200,
    response: z.object({ request: FilledRequest.nullable(), refused: z.string().nullable() }),
  },
  send: {
    id: 'desk-calls.send',
    method: 'post',
    path: '/api/contacts/{id}/actions',
    summary: 'Make the call. The same key again counts once',
    access: staff,
    operation: 'disclosure',
    params: Id,
    body: Chosen.extend({ key: z.uuid() }),
    status: 200,
    response: DeskCall,
  },
})
