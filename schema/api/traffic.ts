import { z } from 'zod'
import { defineRoutes } from './route.ts'

/** How far back figures are shown, and how many hours that is. */
export const trafficPeriods = { day: 24, week: 24 * 7, month: 24 * 30, quarter: 24 * 90 } as const
export const TrafficPeriod = z.enum(['day', 'week', 'month', 'quarter'])
export type TrafficPeriod = z.infer<typeof TrafficPeriod>

/** Shares of fewer are not shown: a percentage of a handful misleads, and can point at a person. */
export const fewestForShare = 20

const Share = z.number().min(0).max(1).nullable()

export const FlowTraffic = z.object({
  from: z.string(),
  to: z.string(),
  /** Entries of the log that are not counted yet. */
  behind: z.int(),
  /** Visits: a contact that comes to a node twice is counted twice. */
  nodes: z.array(
    z.object({
      node: z.string(),
      visits: z.int(),
      /** Visits that ended here because the visitor left, and the share of all that ended. */
      left: z.int(),
      leftShare: Share,
      /** Median time from coming to leaving, in milliseconds; null where nobody left yet. */
      median: z.number().nullable(),
    }),
  ),
  /** Visits that ended by each outcome. */
  outcomes: z.array(z.object({ node: z.string(), outcome: z.string(), visits: z.int(), share: Share })),
})
export type FlowTraffic = z.infer<typeof FlowTraffic>

export const trafficRoutes = defineRoutes({
  flow: {
    id: 'traffic.flow',
    method: 'get',
    path: '/api/flows/{id}/traffic',
    summary: 'How many contacts took each way through a flow, where they left, and how long it took. Figures only',
    access: ['designer', 'supervisor', 'admin'],
    operation: 'none',
    params: z.object({ id: z.string().max(64) }),
    query: z.object({
      period: TrafficPeriod.default('week'),
      /** All versions together without it. */
      version: z.coerce.number().int().min(1).optional(),
    }),
    status: 200,
    response: FlowTraffic,
  },
})
