import { z } from 'zod'
import { Input } from './input.ts'
import { Locale, Text } from './text.ts'

/** The format that this version of Signpost writes. Older ones are migrated by `parseFlow`; newer ones are refused. */
export const flowFormat = 'signpost.flow/1'

/** Ids of nodes and outcomes: they become names of states and events in the machine. */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'Use letters, digits, - and _, at most 64')

/** Names of variables: they are written in expressions. */
export const VariableName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/, 'Use small letters, digits and _, starting with a letter')

export const variableTypes = [
  'text',
  'number',
  'boolean',
  'date',
  'datetime',
  'choice',
  'choices',
  'place',
  'phone',
  'email',
  'reference',
  'file',
] as const
export const VariableType = z.enum(variableTypes)
export type VariableType = z.infer<typeof VariableType>

/** Something a flow remembers about a contact. `personal` values are kept out of logs, statistics and unapproved hosts. */
export const Variable = z.looseObject({
  name: VariableName,
  type: VariableType,
  label: Text.optional(),
  personal: z.boolean().optional(),
})
export type Variable = z.infer<typeof Variable>

export const Position = z.looseObject({ x: z.number(), y: z.number() })

/** A node in React Flow's own shape, without view state. What `data` holds is its type's business. */
export const FlowNode = z.looseObject({
  id: Id,
  type: z.string().min(1).max(64),
  version: z.int().min(1),
  position: Position,
  data: z.record(z.string(), z.unknown()),
})
export type FlowNode = z.infer<typeof FlowNode>

/** A connection from one outcome (`sourceHandle`) to the next node. */
export const FlowEdge = z.looseObject({
  id: z.string().min(1).max(128),
  source: Id,
  sourceHandle: z.string().min(1).max(64),
  target: Id,
})
export type FlowEdge = z.infer<typeof FlowEdge>

/** What a stored test expects after one input: every given part must hold. */
export const Expectation = z.looseObject({
  /** Id of the node that the contact rests at. */
  at: z.string().optional(),
  /** Texts that the messages caused by this turn contain, each somewhere. */
  says: z.array(z.string()).optional(),
  verdict: z.enum(['emergency', 'safeguarding', 'none']).optional(),
  variables: z.record(z.string(), z.unknown()).optional(),
  closed: z.boolean().optional(),
})

/** One step of a conversation: a visitor's input, or what the world does, and what must follow. */
export const TestStep = z.looseObject({
  input: Input.and(z.looseObject({})).optional(),
  /** Moves the clock forward by so many milliseconds; timers that fall due fire. */
  wait: z.number().nonnegative().optional(),
  /** What an operator does. */
  operator: z.looseObject({ does: z.enum(['join', 'say', 'close', 'return']), text: z.string().optional() }).optional(),
  expect: Expectation.optional(),
})
export type TestStep = z.infer<typeof TestStep>

/**
 * A conversation stored with the flow. `http` answers the HTTP actions in order; without one they fail. `answers` are what
 * the documents say, in order; without one they say nothing. Departments that are not named are open and staffed.
 */
export const FlowTest = z.looseObject({
  id: z.string().min(1).max(64),
  name: z.string(),
  locale: Locale.optional(),
  /** ISO instant at which the conversation starts. */
  now: z.string().optional(),
  http: z
    .array(
      z.looseObject({
        node: z.string(),
        status: z.int(),
        body: z.unknown().optional(),
        /** No answer came, and how; `status` then says nothing. */
        fails: z.enum(['unreachable', 'timeout', 'unknown']).optional(),
      }),
    )
    .optional(),
  answers: z.array(z.looseObject({ node: z.string(), answer: z.string().nullable() })).optional(),
  departments: z.array(z.looseObject({ id: z.string(), open: z.boolean(), operators: z.int().min(0) })).optional(),
  steps: z.array(TestStep),
})
export type FlowTest = z.infer<typeof FlowTest>

/** The flow document, `signpost.flow/1`. Unknown fields are kept, so that nothing is lost on the way through. */
export const Flow = z.looseObject({
  format: z.literal(flowFormat),
  id: Id,
  name: z.string().min(1).max(200),
  description: z.string().max(5_000).optional(),
  /** Words by which designers sort their flows. */
  tags: z.array(z.string().min(1).max(40)).max(20).optional(),
  locales: z.array(Locale).min(1).max(20),
  variables: z.array(Variable).max(1_000),
  nodes: z.array(FlowNode).max(20_000),
  edges: z.array(FlowEdge).max(60_000),
  tests: z.array(FlowTest).max(2_000),
  notes: z.array(z.looseObject({ id: z.string(), text: z.string() })).max(2_000),
})
export type Flow = z.infer<typeof Flow>
