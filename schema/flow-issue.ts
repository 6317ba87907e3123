import { z } from 'zod'

/**
 * One thing that is wrong with a flow, in plain words, with its place. A `fault` stops publishing; `advice` does not.
 * `field` is a path into the node's `data` such as `intents.2.label`.
 */
export const FlowIssue = z.object({
  code: z.string(),
  severity: z.enum(['fault', 'advice']),
  /** One or two plain sentences: what is wrong, and what a visitor would live through. */
  message: z.string(),
  node: z.string().optional(),
  field: z.string().optional(),
  outcome: z.string().optional(),
  edge: z.string().optional(),
  variable: z.string().optional(),
})
export type FlowIssue = z.infer<typeof FlowIssue>

/** True when nothing in `issues` stops the flow from being published. */
export function isPublishable(issues: readonly FlowIssue[]): boolean {
  return issues.every((issue) => issue.severity !== 'fault')
}
