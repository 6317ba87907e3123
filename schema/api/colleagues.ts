import { z } from 'zod'
import { Membership } from '../department.ts'
import { defineRoutes } from './route.ts'

export const presenceStates = ['available', 'busy', 'away'] as const
/** What somebody wants to be given: new contacts; none, but those they have; nothing. */
export const PresenceState = z.enum(presenceStates)
export type PresenceState = z.infer<typeof PresenceState>

/** Somebody who answers contacts, as colleagues see them. */
export const Colleague = z.object({
  id: z.string(),
  name: z.string(),
  /** `offline`: no browser of theirs has been heard for half a minute. */
  state: z.enum([...presenceStates, 'offline']),
  departments: z.array(Membership.pick({ department: true, role: true })),
  /** Contacts that they have. */
  contacts: z.int(),
  /** What those weigh: a contact about domestic abuse can fill somebody alone. */
  load: z.number(),
  /** What they take at once. */
  limit: z.int(),
  /** Languages besides English that they answer in: `cy`. */
  languages: z.array(z.string()),
})
export type Colleague = z.infer<typeof Colleague>

const staff = ['operator', 'supervisor'] as const

/** Who is there, and what they want to be given. */
export const colleaguesRoutes = defineRoutes({
  colleagues: {
    id: 'colleagues.list',
    method: 'get',
    path: '/api/inbox/colleagues',
    summary: 'Everybody who answers contacts, with how much they have',
    access: staff,
    operation: 'none',
    status: 200,
    response: z.object({ colleagues: z.array(Colleague) }),
  },
  here: {
    id: 'colleagues.here',
    method: 'post',
    path: '/api/inbox/here',
    summary: 'Answer a beat of the inbox stream. Whoever answered once and then falls silent is taken to be gone',
    access: staff,
    operation: 'none',
    body: z.object({ stream: z.uuid() }),
    status: 204,
  },
  choose: {
    id: 'colleagues.presence',
    method: 'put',
    path: '/api/inbox/presence',
    summary: 'Be available, busy or away; away can pass on what one has',
    access: staff,
    operation: 'alteration',
    body: z.object({
      state: PresenceState,
      /** With `away`: what they have goes back to its queues. */
      pass: z.boolean().optional(),
      languages: z
        .array(z.string().regex(/^[a-z]{2,3}$/))
        .max(5)
        .optional(),
    }),
    status: 200,
    response: z.object({ colleagues: z.array(Colleague) }),
  },
})
