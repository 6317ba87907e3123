import { z } from 'zod'
import { defineRoutes } from './route.ts'

const staff = ['operator', 'supervisor'] as const

/** `recorded`: the person found it in the other system. `done` ends a task that is about no other system. */
export const taskOutcomes = ['recorded', 'not-recorded', 'done'] as const

/** Something that a person has to look at. */
export const Task = z.object({
  id: z.string(),
  text: z.string(),
  at: z.string(),
  /** The system in which to look whether a call arrived; null where the task is about something else. */
  system: z.string().nullable(),
})
export type Task = z.infer<typeof Task>

export const OpenTask = Task.extend({ contact: z.string(), number: z.int(), name: z.string().nullable() })
export type OpenTask = z.infer<typeof OpenTask>

export const tasksRoutes = defineRoutes({
  list: {
    id: 'tasks.list',
    method: 'get',
    path: '/api/inbox/tasks',
    summary: 'What stands open for a person to look at, of contacts that one may see: the oldest first',
    access: staff,
    operation: 'consultation',
    status: 200,
    response: z.object({ tasks: z.array(OpenTask) }),
  },
  settle: {
    id: 'tasks.settle',
    method: 'post',
    path: '/api/inbox/tasks/{id}/settle',
    summary: 'Say what was found. It stands in the contact with the name of whoever looked',
    access: staff,
    operation: 'alteration',
    params: z.object({ id: z.string().max(64) }),
    body: z.object({ outcome: z.enum(taskOutcomes), reference: z.string().trim().max(60).optional() }),
    status: 200,
    response: z.object({ ok: z.literal(true) }),
  },
})
