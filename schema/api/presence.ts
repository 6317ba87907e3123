import { z } from 'zod'
import { defineRoutes } from './route.ts'

const FlowId = z.object({ id: z.string().max(64) })
const designers = ['designer', 'admin'] as const
/** One open page. A person may have several. */
const Client = z.uuid()

/** Who has a flow open, on which node, and the revision of the draft that is saved now. */
export const FlowPresence = z.object({
  revision: z.int(),
  people: z.array(z.object({ client: z.string(), name: z.string(), node: z.string().nullable() })),
})
export type FlowPresence = z.infer<typeof FlowPresence>

export const presenceRoutes = defineRoutes({
  stream: {
    id: 'presence.stream',
    method: 'get',
    path: '/api/flows/{id}/presence',
    summary:
      'Server-sent events: who has this flow open, and when its draft was saved. While it is open, you are there',
    access: designers,
    operation: 'none',
    params: FlowId,
    query: z.object({ client: Client }),
    status: 200,
    media: ['text/event-stream'],
  },
  move: {
    id: 'presence.move',
    method: 'put',
    path: '/api/flows/{id}/presence',
    summary: 'Say which node you are on',
    access: designers,
    operation: 'none',
    params: FlowId,
    body: z.object({ client: Client, node: z.string().max(64).nullable() }),
    status: 204,
  },
})
