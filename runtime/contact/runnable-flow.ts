import type { NodeRuntimes } from '../../nodes/kit/node-runtime.ts'
import type { Flow } from '../../schema/flow.ts'
import type { KnownIntent } from '../../schema/known-intent.ts'
import type { NodeDefinitions } from '../../schema/node-definition.ts'
import { type CompiledFlow, compileFlow } from '../compile/compile-flow.ts'
import { createPureMachine, type Machine } from '../compile/machine.ts'

/** A published version, ready to run: immutable, and shared by every contact that is pinned to it. */
export interface RunnableFlow {
  id: string
  version: number
  flow: Flow
  compiled: CompiledFlow
  machine: Machine
  definitions: NodeDefinitions
  runtimes: NodeRuntimes
}

/** The node types of this installation: what they are and what they do. */
export interface NodeTypes {
  definitions: NodeDefinitions
  runtimes: NodeRuntimes
}

/** The intents that the flow, and those that it calls, ask visitors for. */
export function intentsOf({ compiled, definitions }: RunnableFlow): (readonly KnownIntent[])[] {
  return [...compiled.nodes.values()].flatMap(({ type, data }) => {
    const intents = definitions.get(type)?.intents?.(data)
    return intents ? [intents] : []
  })
}

/** Departments that the flow sends visitors with `intent` to. */
export function teamsFor({ compiled, definitions }: RunnableFlow, intent: string): string[] {
  const teams = [...compiled.nodes.values()].flatMap(({ type, data }) => definitions.get(type)?.teams?.(data) ?? [])
  return [...new Set(teams.filter(({ intents }) => intents.includes(intent)).map(({ department }) => department))]
}

/** Compiles `flow` and the flows that it calls. Throws `CompileError` where it cannot run. */
export function toRunnable(
  flow: Flow,
  version: number,
  types: NodeTypes,
  called: ReadonlyMap<string, Flow> = new Map(),
): RunnableFlow {
  const compiled = compileFlow(flow, types.definitions, called)
  return { id: flow.id, version, flow, compiled, machine: createPureMachine(compiled.config), ...types }
}
