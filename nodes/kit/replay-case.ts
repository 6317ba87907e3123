import { z } from 'zod'
import { Variable } from '../../schema/flow.ts'
import type { IntentMatch } from '../../schema/known-intent.ts'
import type { NodeDefinition } from '../../schema/node-definition.ts'
import type { Value } from '../../schema/values.ts'
import type { NodeRuntime } from './node-runtime.ts'
import type { NodeEvent, Step } from './step.ts'
import { testContext, testNow } from './test-context.ts'

const StoredValue: z.ZodType<Value> = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])
const Happening: z.ZodType<NodeEvent> = z.custom<NodeEvent>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string',
)

/**
 * A small conversation with one node, as stored in `<type>/cases/*.json`: its settings, the world, and for each thing that
 * happens the parts of the step that must come back. `expect` names only the parts that the case is about.
 */
export const Case = z.strictObject({
  /** The promise. */
  name: z.string(),
  data: z.record(z.string(), z.unknown()),
  variables: z.array(Variable).default([]),
  values: z.record(z.string(), StoredValue).default({}),
  contact: z.record(z.string(), z.unknown()).default({}),
  locale: z.string().default('en-GB'),
  now: z.string().default(testNow),
  lastWords: z.string().optional(),
  files: z.record(z.string(), z.string()).default({}),
  /** What the server understands, by the visitor's words. */
  understood: z.record(z.string(), z.custom<IntentMatch>()).default({}),
  departments: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        open: z.boolean(),
        operators: z.int(),
        waiting: z.int(),
        full: z.boolean().optional(),
        survey: z.boolean().optional(),
        overflow: z.object({ to: z.string(), when: z.array(z.string()) }).optional(),
      }),
    )
    .default([]),
  steps: z.array(
    z.strictObject({
      /** What happened; without it the contact arrives. */
      receive: Happening.optional(),
      /** Seconds that passed before. */
      after: z.number().default(0),
      locale: z.string().optional(),
      expect: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type Case = z.infer<typeof Case>

/** Plays `played` as the engine would: memory and variables are kept from step to step, and go through JSON between. */
export function replayCase(played: Case, definition: NodeDefinition, runtime: NodeRuntime): Step[] {
  const data = definition.data.parse(played.data)
  let values: Record<string, Value> = { ...played.values }
  let memory: unknown
  let now = Date.parse(played.now)
  let locale = played.locale
  return played.steps.map(({ receive, after, locale: wanted }) => {
    now += after * 1_000
    locale = wanted ?? locale
    const context = testContext({ ...played, values, memory, locale, now: new Date(now).toISOString() })
    const step = receive && runtime.receive ? runtime.receive(data, receive, context) : runtime.enter(data, context)
    values = { ...values, ...step.remember }
    if (step.memory !== undefined) memory = JSON.parse(JSON.stringify(step.memory))
    return step
  })
}
