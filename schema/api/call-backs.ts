import { z } from 'zod'
import { defineRoutes } from './route.ts'

const staff = ['operator', 'supervisor'] as const
const Id = z.object({ id: z.string().max(64) })
const Person = z.object({ id: z.string(), name: z.string() })

export const callOutcomes = ['reached', 'no-answer', 'not-needed'] as const

/** Somebody nobody could come for, who wants to be rung up. */
export const CallBack = z.object({
  id: z.string(),
  contact: z.string(),
  number: z.int(),
  name: z.string().nullable(),
  department: z.string(),
  phone: z.string(),
  at: z.string(),
  owner: Person.nullable(),
})
export type CallBack = z.infer<typeof CallBack>

export const callBacksRoutes = defineRoutes({
  list: {
    id: 'callbacks.list',
    method: 'get',
    path: '/api/call-backs',
    summary: 'People of the own departments who wait to be rung up, the longest first',
    access: staff,
    operation: 'consultation',
    status: 200,
    response: z.object({ callBacks: z.array(CallBack) }),
  },
  take: {
    id: 'callbacks.take',
    method: 'post',
    path: '/api/call-backs/{id}/take',
    summary: 'Take a call back. One that a colleague has is refused',
    access: staff,
    operation: 'alteration',
    params: Id,
    status: 200,
    response: z.object({ ok: z.literal(true) }),
  },
  finish: {
    id: 'callbacks.finish',
    method: 'post',
    path: '/api/call-backs/{id}/finish',
    summary: 'Say what came of a call back; after no answer it waits again',
    access: staff,
    operation: 'alteration',
    params: Id,
    body: z.object({ outcome: z.enum(callOutcomes) }),
    status: 200,
    response: z.object({ ok: z.literal(true) }),
  },
})
