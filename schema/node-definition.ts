import type { z } from 'zod'
import type { Flow, FlowNode, Variable } from './flow.ts'
import type { FlowIssue } from './flow-issue.ts'
import type { KnownIntent } from './known-intent.ts'
import type { Text } from './text.ts'

/** The groups of the palette. Each has its own colour and tile shape in the editor. */
export const nodeCategories = ['flow', 'talk', 'safety', 'decide', 'knowledge', 'connect', 'people', 'canvas'] as const
export type NodeCategory = (typeof nodeCategories)[number]

/** A named way out of a node: `id` is an edge's `sourceHandle`, `label` what the card shows. */
export interface Outcome {
  id: string
  label: string
  /** Last on the card, and in the visitor's worst moment: `failed`, `else`, `other`, `unavailable`. */
  fallback?: boolean
}

/** A template, expression or variable name inside a node's data, with its path for issues and the editor. */
export interface NodeText {
  field: string
  text: Text | undefined
  /** Nothing is said when it is empty, so no translation is missing. */
  optional?: boolean
}
export interface NodeExpression {
  field: string
  source: string
  /** Result types that the place accepts, see `Expression.type`. */
  expected: readonly string[]
}
export interface NodeWrite {
  field: string
  variable: string
  /** Outcomes after which the variable is set for certain. Without it: after every outcome. */
  after?: readonly string[]
  /** What alone it can become, and how people read it. */
  choices?: readonly { value: string; label: Text }[]
}

/** What a node's checks may look at besides its own data. */
export interface FlowContext {
  flow: Flow
  /** Outcomes of a flow that may be called: the names of its ends. `undefined` when there is no such flow. */
  endsOf(flowId: string): readonly string[] | undefined
}

/**
 * Everything that flows, editor and compiler need to know about a type of node, without running it.
 * `Data` is what `data` parses to: the current version of the node's settings.
 */
export interface NodeDefinition<Data = unknown> {
  type: string
  /** Counts up when the shape of `data` changes; every step has a migration. */
  version: number
  name: string
  /** One sentence for the palette and the card's help. */
  description: string
  category: NodeCategory
  /** Name of a lucide icon, in kebab-case. */
  icon: string
  data: z.ZodType<Data>
  /** Settings of a new node: valid, and useful as they stand. */
  initial(flow?: Flow): Data
  /** The ways out that these settings leave possible, fallbacks last. */
  outcomes(data: Data, context?: FlowContext): Outcome[]
  /** One line for the card. */
  summary(data: Data, locale: string): string
  /** Whether it can wait: for the visitor, an operator, an effect. Decides the states it is compiled to. */
  rests: { visitor?: boolean; operator?: boolean; effect?: string }
  /** Whether its runtime may close the contact: an end, and what a visitor may leave without a safe way on. */
  closes?: boolean
  /** Time limits of its waiting for people, in milliseconds by name: they become `after` transitions and timer rows. */
  limits?(data: Data): Record<string, number>
  texts?(data: Data): NodeText[]
  expressions?(data: Data): NodeExpression[]
  /** What visitors may come for, where the node finds that out. The same settings give the same list. */
  intents?(data: Data): readonly KnownIntent[]
  /** Departments that it sends contacts to, by ids, with the intents that lead there. */
  teams?(data: Data): { department: string; intents: readonly string[] }[]
  /** `guarded`: that it may be unset is thought of. */
  reads?(data: Data): { field: string; variable: string; guarded?: boolean }[]
  writes?(data: Data): NodeWrite[]
  /** What only this type knows to check. */
  check?(data: Data, context: FlowContext): Omit<FlowIssue, 'node'>[]
  /** `migrations[n]` turns data of version n into version n + 1. */
  migrations: Record<number, (data: Record<string, unknown>) => Record<string, unknown>>
}

/** The registry, by type. */
export type NodeDefinitions = ReadonlyMap<string, NodeDefinition>

/** Lets a definition be written with its own data type and be stored with the others. */
export function defineNode<Data>(definition: NodeDefinition<Data>): NodeDefinition<Data> {
  return definition
}

/** A node's settings, when its type and version are known and they are valid. A newer version may mean something else. */
export function parseNodeData(
  node: FlowNode,
  definitions: NodeDefinitions,
):
  | { ok: true; definition: NodeDefinition; data: unknown }
  | { ok: false; definition?: NodeDefinition; error?: z.ZodError } {
  const definition = definitions.get(node.type)
  if (!definition) return { ok: false }
  if (node.version > definition.version) return { ok: false, definition }
  const parsed = definition.data.safeParse(node.data)
  return parsed.success ? { ok: true, definition, data: parsed.data } : { ok: false, definition, error: parsed.error }
}

/** The name a person gave the node, else the name of its type. */
export function nodeName(node: FlowNode, definitions: NodeDefinitions): string {
  const own = node.data.name
  return typeof own === 'string' && own.trim() !== '' ? own : (definitions.get(node.type)?.name ?? node.type)
}

/** The variable of that name, if the flow declares it. */
export function findVariable(flow: Flow, name: string): Variable | undefined {
  return flow.variables.find((variable) => variable.name === name)
}
