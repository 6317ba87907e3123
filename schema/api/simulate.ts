import { z } from 'zod'
import { Assessment } from '../assessment.ts'
import { Event } from '../event.ts'
import { Input, longestText } from '../input.ts'
import { Locale } from '../text.ts'
import { TryOut } from '../try-out.ts'
import { WayReason } from '../way-reason.ts'
import { largestFlow } from './flows.ts'
import { defineRoutes } from './route.ts'

const FlowId = z.object({ id: z.string().max(64) })
const designers = ['designer', 'admin'] as const
const day = 86_400_000

const StagedDepartment = z.object({ id: z.string().max(64), open: z.boolean(), operators: z.int().min(0).max(1_000) })

/** How another system answers in a simulation. Several entries for one node are used in order; the last one stays. */
export const SimulatedAnswer = z.union([
  z.object({ status: z.int().min(100).max(599), body: z.unknown() }),
  z.enum(['failed', 'timeout', 'unknown']),
])
export type SimulatedAnswer = z.infer<typeof SimulatedAnswer>

/** What somebody does in a simulation. */
export const SimulatedAction = z.union([
  z.object({ input: Input }),
  /** Milliseconds that pass; timers that fall due fire. */
  z.object({ wait: z.number().nonnegative().max(day) }),
  z.object({
    operator: z.object({ does: z.enum(['join', 'say', 'close', 'return']), text: z.string().max(4_000).optional() }),
  }),
])
export type SimulatedAction = z.infer<typeof SimulatedAction>

/** A conversation from its start. It is replayed whole each time, so going back is leaving out what came later. */
export const SimulatedScript = z.object({
  /** The instant at which it starts. */
  now: z.iso.datetime({ offset: true }),
  locale: Locale.optional(),
  /** Departments that are otherwise than open with two operators. */
  departments: z.array(StagedDepartment).max(200).optional(),
  http: z
    .array(z.object({ node: z.string().max(200), answer: SimulatedAnswer }))
    .max(500)
    .optional(),
  actions: z.array(SimulatedAction).max(300),
})
export type SimulatedScript = z.infer<typeof SimulatedScript>

const EffectEnd = z.union([
  z.object({ ok: z.literal(true), output: z.unknown() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(['refused', 'timeout', 'unreachable', 'unknown']),
    status: z.number().optional(),
  }),
])

/** What made the contact take a turn. */
export const SimulatedCause = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started') }),
  z.object({ kind: z.literal('visitor'), input: Input }),
  z.object({ kind: z.literal('ended') }),
  z.object({ kind: z.literal('timer'), id: z.string() }),
  z.object({ kind: z.literal('effect'), node: z.string(), result: EffectEnd }),
  z.object({
    kind: z.literal('operator'),
    does: z.enum(['join', 'say', 'close', 'return', 'transfer', 'assign', 'correct']),
  }),
  z.object({ kind: z.literal('desk') }),
])
export type SimulatedCause = z.infer<typeof SimulatedCause>

const SimulatedValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])

export const SimulatedTurn = z.object({
  /** The action that it follows from, counted from 0; -1 for the beginning. */
  action: z.int().min(-1),
  /** When it happened. */
  at: z.string(),
  cause: SimulatedCause,
  events: z.array(Event),
  /** Every event of the machine with the node that it happened at: `{ node: 'ask', event: 'outcome.answered' }`; ways out with their reason. */
  path: z.array(z.object({ node: z.string(), event: z.string(), why: WayReason.optional() })),
  /** Where the contact rests afterwards. Nodes of called flows stand behind the node that calls: `report/ask`. */
  node: z.string(),
  /** The machine's state: `ask.waiting`. */
  state: z.string(),
  values: z.record(z.string(), SimulatedValue),
  /** Variables that this turn gave another value. */
  changed: z.array(z.string()),
  contact: z.object({ locale: Locale, intent: z.string(), verdict: z.string(), department: z.string() }),
  assessment: Assessment.extend({ ms: z.number().nonnegative() }).optional(),
  queue: z.object({ department: z.string(), priority: z.string(), reason: z.string() }).optional(),
  /** The operator who has the contact. */
  owner: z.string().optional(),
  /** Why it is closed. */
  closed: z.string().optional(),
  /** Something that a person of the force would be asked to look at. */
  task: z.string().optional(),
})
export type SimulatedTurn = z.infer<typeof SimulatedTurn>

export const Simulation = z.object({
  turns: z.array(SimulatedTurn),
  /** The action that no longer fits, and why. Neither it nor what comes after it was played. */
  stopped: z.object({ action: z.int().min(0), message: z.string() }).optional(),
})
export type Simulation = z.infer<typeof Simulation>

const Coverage = z.object({
  nodes: z.array(z.string()),
  /** Ids of the edges that were taken. */
  edges: z.array(z.string()),
})

export const FlowTestResult = z.object({
  id: z.string(),
  name: z.string(),
  passed: z.boolean(),
  /** Where it went otherwise than the test says. Steps count from 1; `node` is where the contact was then, `expected` where the test wants it. */
  divergences: z.array(
    z.object({
      step: z.int().min(1),
      message: z.string(),
      node: z.string().optional(),
      expected: z.string().optional(),
    }),
  ),
  covered: Coverage,
  endsAt: z.string(),
})
export type FlowTestResult = z.infer<typeof FlowTestResult>

export const TestRun = z.object({ tests: z.array(FlowTestResult), covered: Coverage })
export type TestRun = z.infer<typeof TestRun>

const Target = z.union([z.string(), z.looseObject({ target: z.string().optional() })])
const Ways = z.record(z.string(), Target)
const InnerState = z.looseObject({
  id: z.string(),
  on: Ways.optional(),
  after: Ways.optional(),
  invoke: z.looseObject({ src: z.string(), onDone: Target, onError: Target }).optional(),
})

/** The machine that a flow compiles to, as XState's own configuration: any XState tool opens it. */
export const MachineChart = z.looseObject({
  id: z.string(),
  initial: z.string(),
  on: Ways,
  states: z.record(
    z.string(),
    InnerState.extend({
      type: z.string().optional(),
      initial: z.string().optional(),
      meta: z.looseObject({ node: z.string(), type: z.string(), flow: z.string() }).optional(),
      states: z.record(z.string(), InnerState).optional(),
    }),
  ),
})
export type MachineChart = z.infer<typeof MachineChart>

/** Playing a draft as it stands in the editor. Nothing of it is kept: no contact, no journal, no figure. */
export const simulateRoutes = defineRoutes({
  simulate: {
    id: 'simulate.play',
    method: 'post',
    path: '/api/flows/{id}/simulate',
    summary: 'Play a draft with the real engine, from the start of a script to its end. Nothing is stored',
    access: designers,
    operation: 'none',
    params: FlowId,
    body: z.object({ flow: z.unknown(), script: SimulatedScript }),
    maxBody: largestFlow * 2,
    status: 200,
    response: Simulation,
  },
  tryOut: {
    id: 'simulate.try',
    method: 'post',
    path: '/api/flows/{id}/try',
    summary: 'Which way words would lead at one node of a draft, and how sure that is',
    access: designers,
    operation: 'none',
    params: FlowId,
    body: z.object({
      type: z.string().max(64),
      data: z.record(z.string(), z.unknown()),
      words: z.string().min(1).max(longestText),
    }),
    maxBody: largestFlow,
    status: 200,
    response: TryOut,
  },
  machine: {
    id: 'simulate.machine',
    method: 'post',
    path: '/api/flows/{id}/machine',
    summary: 'The state machine that a draft compiles to, as a configuration of XState',
    access: designers,
    operation: 'none',
    params: FlowId,
    body: z.object({ flow: z.unknown() }),
    maxBody: largestFlow * 2,
    status: 200,
    response: z.object({ machine: MachineChart }),
  },
  runTests: {
    id: 'simulate.tests',
    method: 'post',
    path: '/api/flows/{id}/tests/run',
    summary: 'Run the tests that are stored with a draft, and say what they cover',
    access: designers,
    operation: 'none',
    params: FlowId,
    body: z.object({ flow: z.unknown(), tests: z.array(z.string().max(64)).max(2_000).optional() }),
    maxBody: largestFlow * 2,
    status: 200,
    response: TestRun,
  },
})
