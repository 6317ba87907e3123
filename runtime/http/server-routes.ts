import { z } from 'zod'
import { defineRoutes } from '../../schema/api/route.ts'

/** The routes that are not part of a contract of `schema/api`: the server's own condition. */
export const serverRoutes = defineRoutes({
  live: {
    id: 'health.live',
    method: 'get',
    path: '/health/live',
    summary: 'The process answers',
    access: 'public',
    operation: 'none',
    status: 200,
    response: z.object({ status: z.literal('live') }),
  },
  ready: {
    id: 'health.ready',
    method: 'get',
    path: '/health/ready',
    summary: 'Contacts can be served; parts that are not well are named. 503 when the database does not answer',
    access: 'public',
    operation: 'none',
    status: 200,
    response: z.object({
      status: z.enum(['ready', 'degraded', 'not-ready']),
      parts: z.array(z.object({ part: z.string(), ok: z.boolean(), message: z.string().optional() })),
    }),
  },
  metrics: {
    id: 'health.metrics',
    method: 'get',
    path: '/metrics',
    summary: 'Figures in the format of Prometheus',
    access: 'public',
    operation: 'none',
    status: 200,
    media: ['text/plain'],
  },
})

/** Pages and files for browsers. They change nothing. They hold nothing of anybody, so they need
 * no more than a path; a confirmation needs the token that only its visitor has. */
export const pagePaths = {
  frame: '/widget/frame',
  trial: '/widget/try',
  loader: '/widget.js',
  widgetFiles: '/widget/*',
  confirmation: '/confirmations/:token',
  staff: '/*',
} as const
