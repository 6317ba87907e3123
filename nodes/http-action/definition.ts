import { z } from 'zod'
import { VariableName } from '../../schema/flow.ts'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import { defineNode } from '../../schema/node-definition.ts'
import { Text } from '../../schema/text.ts'

/** `report.location.postcode`: keys of objects and places in lists. */
const DottedPath = z
  .string()
  .max(300)
  .regex(/^[^.\s]+(\.[^.\s]+)*$/, 'Use names with dots between them, such as report.reference')

const Data = z.object({
  name: z.string().optional(),
  /** Id of a connection that an admin made. It holds the address and the key; a flow never does. */
  connection: z.string().max(64).default(''),
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  /** Segments below the connection's address, each a text with `{{ variables }}`: `reports`, `{{ reference }}`. */
  path: z.array(z.string().max(500)).max(20).default([]),
  /** Values are expressions. Empty ones are left out. */
  query: z
    .array(z.object({ name: z.string().min(1).max(100), value: z.string().max(2_000) }))
    .max(50)
    .default([]),
  /** The JSON body: where a value goes, and the expression that gives it. Not sent with GET and DELETE. */
  body: z
    .array(z.object({ field: DottedPath, value: z.string().max(2_000) }))
    .max(100)
    .default([]),
  /** What is kept of the answer. One that is missing makes the action fail, unless it is optional. */
  save: z
    .array(z.object({ from: DottedPath, variable: VariableName, optional: z.boolean().optional() }))
    .max(50)
    .default([]),
  /** An answer of the other system as JSON text, for designing and testing. It is never sent or used with visitors. */
  sample: z.string().max(20_000).optional(),
  /** Said while the other system works, if anything. */
  waiting: Text.optional(),
  /** Variable that keeps why it failed: refused, timeout, unreachable, unknown. */
  saveFailure: VariableName.optional(),
  timeoutSeconds: z.number().min(1).max(120).default(10),
  tries: z.int().min(1).max(10).default(3),
})
export type HttpActionData = z.infer<typeof Data>

const plain = ['string', 'double', 'int', 'bool']

export const definition = defineNode<HttpActionData>({
  type: 'http-action',
  version: 1,
  name: 'HTTP action',
  description: 'Sends to or looks up in another system, such as the records system.',
  category: 'connect',
  icon: 'plug',
  data: Data,
  initial: () => Data.parse({}),
  outcomes: () => [
    { id: 'succeeded', label: 'Succeeded' },
    { id: 'failed', label: 'Failed', fallback: true },
  ],
  summary: (data) => `${data.connection || 'No connection yet'}: ${data.method} /${data.path.join('/')}`,
  rests: { effect: 'http' },
  texts: (data) => [
    ...data.path.map((text, index) => ({ field: `path.${index}`, text })),
    { field: 'waiting', text: data.waiting, optional: true },
  ],
  expressions: (data) => [
    ...data.query.map(({ value }, index) => ({ field: `query.${index}.value`, source: value, expected: plain })),
    ...data.body.map(({ value }, index) => ({
      field: `body.${index}.value`,
      source: value,
      expected: [...plain, 'list<string>', 'list<T>', 'null'],
    })),
  ],
  writes: (data) => [
    ...data.save.map(({ variable }, index) => ({ field: `save.${index}.variable`, variable, after: ['succeeded'] })),
    ...(data.saveFailure ? [{ field: 'saveFailure', variable: data.saveFailure, after: ['failed'] }] : []),
  ],
  check: (data) => {
    const issues: Omit<FlowIssue, 'node'>[] = []
    if (data.connection === '')
      issues.push({
        code: 'no-connection',
        severity: 'fault',
        field: 'connection',
        message: 'No connection is chosen. The action would always fail.',
      })
    if (data.body.length > 0 && (data.method === 'GET' || data.method === 'DELETE'))
      issues.push({
        code: 'body-not-sent',
        severity: 'advice',
        field: 'body',
        message: `${data.method} has no body. What stands here is not sent.`,
      })
    return issues
  },
  migrations: {},
})
