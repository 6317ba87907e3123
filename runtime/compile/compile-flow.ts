import type { Flow } from '../../schema/flow.ts'
import { type GraphNode, toGraph } from '../../schema/graph.ts'
import type { FlowContext, NodeDefinitions } from '../../schema/node-definition.ts'
import { CompileError } from './compile-error.ts'
import { hallState, toHall } from './halls.ts'
import { closed, halls, type MachineConfig, machineEvents, type StateConfig } from './machine-config.ts'
import { nodeState } from './node-state.ts'

/** A node as the engine meets it: where it stands in the machine, and what it is. */
export interface CompiledNode {
  /** Name of its state: the node's id, behind the ids of the nodes that call its flow: `report/ask-place`. */
  key: string
  id: string
  type: string
  /** Parsed settings. */
  data: unknown
  /** The flow that it belongs to: its variables and locales are the ones that count. */
  flow: Flow
}

export interface CompiledFlow {
  config: MachineConfig
  nodes: Map<string, CompiledNode>
  start: string
}

const deepestCall = 8
/** Called flows are written out at every call, so a few small documents can name more nodes than fit. */
const mostNodes = 50_000

/**
 * Turns a flow into an XState machine. One state for each node, made from one template:
 *
 *     entering ▸ waiting ⇄ deciding ▸ out by `outcome.<id>`        (working instead of waiting while an effect runs)
 *
 * Nodes decide (`nodes/<type>/runtime.ts`), the machine moves: it has no guards, no context and no actions of its own, so
 * every move is an event with a name, time limits are `after`, effects are `invoke`, and the same configuration takes the
 * same path in any XState tool. What must hold everywhere stands at the root: safety, asking for a person, ending.
 *
 * `called` holds the flows that `call-flow` nodes name; they are compiled into the same machine.
 */
export function compileFlow(
  flow: Flow,
  definitions: NodeDefinitions,
  called: ReadonlyMap<string, Flow> = new Map(),
): CompiledFlow {
  const nodes = new Map<string, CompiledNode>()
  const states: Record<string, StateConfig> = {}
  const start = addFlow(flow, '', undefined, [flow.id])
  const returns = [...nodes.keys()].map((key) => [machineEvents.returnTo(key), { target: `#${key}` }])
  const survey = [...nodes.values()].find((node) => node.type === 'survey' && node.flow === flow)
  for (const hall of Object.values(halls)) {
    const node = toHall(hall, definitions)
    nodes.set(hall, { key: hall, id: hall, type: node.node.type, data: node.data, flow })
    states[hall] = hallState(hall, node, flow, survey?.key)
  }
  states[closed] = { id: closed, type: 'final', on: {} }
  return {
    nodes,
    start,
    config: {
      id: flow.id,
      initial: start,
      on: {
        [machineEvents.emergency]: { target: `#${halls.emergency}` },
        [machineEvents.safeguarding]: { target: `#${halls.safeguarding}` },
        [machineEvents.person]: { target: `#${halls.person}` },
        [machineEvents.failed]: { target: `#${halls.person}` },
        [machineEvents.ended]: { target: `#${closed}` },
        ...Object.fromEntries(returns),
      },
      states,
    },
  }

  /** Adds the states of `part` and says which is its first. `call` is the node that calls it. */
  function addFlow(
    part: Flow,
    prefix: string,
    call: { node: GraphNode; prefix: string } | undefined,
    chain: string[],
  ): string {
    if (chain.length > deepestCall) throw new CompileError(`Flows call each other too deeply: ${chain.join(' → ')}.`)
    const context: FlowContext = { flow: part, endsOf: (id) => endsOf(called.get(id), definitions) }
    const graph = toGraph(part, definitions, context)
    const [first] = graph.starts
    if (first === undefined || graph.starts.length > 1)
      throw new CompileError(`"${part.name}" needs exactly one start.`)
    const entries = new Map<string, string>()

    for (const node of graph.nodes.values()) {
      const { definition, data } = node
      if (!definition || data === undefined) throw new CompileError(`Node "${node.node.id}" is not valid.`)
      if (definition.category === 'canvas') continue
      const key = prefix + node.node.id
      nodes.set(key, { key, id: node.node.id, type: definition.type, data, flow: part })
      if (nodes.size > mostNodes) throw new CompileError(`With the flows that it calls, "${flow.name}" is too large.`)
      if (definition.type !== 'call-flow') continue
      const target = called.get(calledFlow(data))
      if (!target) throw new CompileError(`Node "${node.node.id}" calls a flow that has not been published.`)
      if (chain.includes(target.id))
        throw new CompileError(`Flows call each other in a circle: ${[...chain, target.id].join(' → ')}.`)
      entries.set(key, addFlow(target, `${key}/`, { node, prefix }, [...chain, target.id]))
    }

    for (const node of graph.nodes.values()) {
      const key = prefix + node.node.id
      if (!nodes.has(key)) continue
      const on: StateConfig['on'] = {}
      const entry = entries.get(key)
      if (entry) on[machineEvents.outcome('next')] = { target: `#${entry}` }
      else
        for (const outcome of node.outcomes) {
          const edge = node.out.get(outcome.id)
          // A draft may lead to a note. Nothing can rest there: it is the same as leading nowhere.
          if (edge && nodes.has(prefix + edge.target))
            on[machineEvents.outcome(outcome.id)] = { target: `#${prefix}${edge.target}` }
        }
      const isEnd = node.node.type === 'end'
      if (node.definition?.closes) on[machineEvents.end] = { target: `#${isEnd ? endTarget(node.data, call) : closed}` }
      states[key] = nodeState(key, node, part, on)
    }
    return prefix + first
  }
}

function calledFlow(data: unknown): string {
  return typeof data === 'object' && data !== null && 'flow' in data ? String(data.flow) : ''
}

/** Names of the ends of a flow: the outcomes of a node that calls it. */
export function endsOf(flow: Flow | undefined, definitions: NodeDefinitions): string[] | undefined {
  if (!flow) return undefined
  const ends = [...toGraph(flow, definitions).nodes.values()].filter(({ node }) => node.type === 'end')
  return [...new Set(ends.map(({ data }) => endName(data)))].filter((name) => name !== '')
}

function endName(data: unknown): string {
  return typeof data === 'object' && data !== null && 'end' in data ? String(data.end) : ''
}

/** Where an end leads: out of the machine, or by the caller's outcome of that name, else by its `next`. */
function endTarget(data: unknown, call: { node: GraphNode; prefix: string } | undefined): string {
  if (!call) return closed
  const edge = call.node.out.get(endName(data)) ?? call.node.out.get('next')
  return edge ? call.prefix + edge.target : closed
}
