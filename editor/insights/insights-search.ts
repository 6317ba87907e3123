import { z } from 'zod'
import { periods } from './period.ts'

/** What stands in the address bar: which figures are shown. A link shows somebody else the same, as far as they may see it. */
export const InsightsSearch = z.object({
  tab: z.enum(['overview', 'live', 'flows', 'operators', 'comments']).optional().catch(undefined),
  period: z.enum(periods).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  compare: z.enum(['before', 'year', 'none']).optional().catch(undefined),
  department: z.string().optional().catch(undefined),
  intent: z.string().optional().catch(undefined),
  site: z.string().optional().catch(undefined),
  flow: z.string().optional().catch(undefined),
  version: z.number().int().optional().catch(undefined),
})
export type InsightsSearch = z.infer<typeof InsightsSearch>
export type Tab = NonNullable<InsightsSearch['tab']>
