import type { ExpressionScope } from '../../schema/expression.ts'
import type { Variable } from '../../schema/flow.ts'
import type { IntentMatch, KnownIntent } from '../../schema/known-intent.ts'
import type { Locale, Text } from '../../schema/text.ts'
import type { TryOut } from '../../schema/try-out.ts'
import type { Value } from '../../schema/values.ts'
import type { WayReason } from '../../schema/way-reason.ts'
import type { NodeEvent, Step } from './step.ts'

/** What a node may know while it decides. Everything is a value: nothing here can act. */
export interface NodeContext {
  /** The node's own id in the flow. */
  node: string
  /** ISO instant. The only clock a node may read. */
  now: string
  /** The force's time zone, for example `Europe/London`. */
  zone: string
  locale: Locale
  locales: readonly Locale[]
  variables: readonly Variable[]
  scope: ExpressionScope
  /** What the node returned as `memory` in its last step of this stay; `undefined` when it is entered. */
  memory: unknown
  services: NodeServices
  /** The force is over a limit and rings people back: ask at once for a number, where that is safe. */
  asksNumber?: boolean
  /** The visitor's last free text in this contact; missing or '' when they have written none. */
  lastWords?: string
  /** What was said lately, oldest first, as plain text: context for an answer from the documents. */
  history?: readonly string[]
  /** The words of a text in the visitor's language, with its variables filled in. */
  text(text: Text | undefined): string
  /** The value of an expression. Throws when it cannot be evaluated: the engine then takes the contact to a person. */
  evaluate(source: string): Value
}

/** Facts of the server that a node may ask for. Implemented in `runtime/services.ts`; each answers at once, from memory. */
export interface NodeServices {
  /** The departments of the force, in the admin's order. */
  departments(): readonly DepartmentState[]
  /** What the visitor's file is called, when `id` is one they sent. */
  fileName(id: string): string | undefined
  /**
   * Which of `intents` the words mean, or of those `among` them that were asked between. `undefined` where the server
   * has nothing better than the words themselves.
   */
  understand(intents: readonly KnownIntent[], text: string, among?: readonly string[]): IntentMatch | undefined
  /** A new address for the page of a confirmation, at every call; none where no page will be kept. */
  confirmationLink?(): string | undefined
}

/** What the server has learned about intents, for a designer who tries words. */
export interface LearnedIntents {
  understand: NodeServices['understand']
  /** Each intent with how likely it is, best first; `undefined` where nothing was learned yet. */
  rank(intents: readonly KnownIntent[], text: string): readonly { id: string; share: number }[] | undefined
}

/** A department as routing sees it now. */
export interface DepartmentState {
  id: string
  name: string
  /** Within its opening hours at this instant. */
  open: boolean
  /** Operators who are available now. */
  operators: number
  /** Contacts waiting in its queue. */
  waiting: number
  /** It has as many as it takes at once. */
  full?: boolean
  /** `false`: its contacts end without a survey. */
  survey?: boolean
  /** The department that takes over for it, and why: `closed`, `full`, `nobody-there`. */
  overflow?: { to: string; when: readonly string[] }
}

/** What a node type does. Pure: the same arguments give the same step, and nothing else happens. */
export interface NodeRuntime<Data = unknown> {
  type: string
  /** The contact arrives. */
  enter(data: Data, context: NodeContext): Step
  /** Something happened while the node was resting. Needed by every type that can rest. */
  receive?(data: Data, event: NodeEvent, context: NodeContext): Step
  /** Which way these words would lead, for a designer who tries them. For types that understand free text. */
  tryOut?(data: Data, words: string, learned?: LearnedIntents): TryOut
  /**
   * Why the node is left by `way`, in words for the designer who simulates. `context` is as it was when the step was taken.
   * For types that decide; where it is missing or knows no reason, what happened at the node is reason enough.
   */
  why?(data: Data, way: TakenWay, context: NodeContext): WayReason | undefined
}

/** A way out that was taken: what happened at the node (nothing when it decided on arrival), and what was learned. */
export interface TakenWay {
  outcome: string
  event?: NodeEvent | undefined
  learned?: LearnedIntents | undefined
}

export type NodeRuntimes = ReadonlyMap<string, NodeRuntime>

/** Lets a runtime be written with its own data type and be stored with the others. */
export function defineRuntime<Data>(runtime: NodeRuntime<Data>): NodeRuntime<Data> {
  return runtime
}
