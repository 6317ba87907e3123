import type { Flow } from '../../schema/flow.ts'
import type { GraphNode } from '../../schema/graph.ts'
import type { NodeDefinitions } from '../../schema/node-definition.ts'
import { CompileError } from './compile-error.ts'
import { closed, halls, machineEvents, type StateConfig } from './machine-config.ts'
import { nodeState } from './node-state.ts'

interface HallSettings {
  department?: string
  priority: 'emergency' | 'safeguarding' | 'high' | 'normal'
  callBack?: boolean
}
/** Departments by the ids of the starter force; where a force has none of that name, routing takes its first. */
const hallSettings: Record<string, HallSettings> = {
  [halls.emergency]: { department: 'control-room', priority: 'emergency' },
  [halls.safeguarding]: { department: 'safeguarding', priority: 'safeguarding' },
  // Ringing somebody in danger can be what gives them away: there a person decides.
  [halls.person]: { priority: 'normal', callBack: true },
}

/** Where a contact is when a person is needed at once, whatever the flow says: it leaves only by a person's decision. */
export function hallState(hall: string, node: GraphNode, flow: Flow, survey: string | undefined): StateConfig {
  const over = hall === halls.person && survey ? survey : closed
  const never = {}
  return nodeState(hall, node, flow, {
    [machineEvents.outcome('resolved')]: { target: `#${over}` },
    [machineEvents.person]: never,
    [machineEvents.failed]: never,
    ...(hall === halls.person ? {} : { [machineEvents.safeguarding]: never }),
    ...(hall === halls.emergency ? { [machineEvents.emergency]: never } : {}),
  })
}

/** A hall is a handover that no flow can leave out: the same type of node, with settings of its own. */
export function toHall(hall: string, definitions: NodeDefinitions): GraphNode {
  const settings = hallSettings[hall]
  const definition = definitions.get('handover')
  if (!definition) throw new CompileError('There is no node type for handing over.')
  const data = definition.data.parse(settings)
  const node = {
    id: hall,
    type: 'handover',
    version: definition.version,
    position: { x: 0, y: 0 },
    data: { ...settings },
  }
  return { node, definition, data, outcomes: definition.outcomes(data), out: new Map(), in: [] }
}
