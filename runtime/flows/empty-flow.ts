import { type Flow, flowFormat } from '../../schema/flow.ts'
import type { NodeDefinitions } from '../../schema/node-definition.ts'

/** A node of the first drawing: `then` says which outcome leads where. */
type Drawn = [id: string, type: string, x: number, y: number, then: Record<string, string>, data?: object]

const drawing: Drawn[] = [
  ['start', 'start', 0, 0, { next: 'safety' }],
  [
    'safety',
    'safety-check',
    320,
    0,
    { safe: 'greeting', emergency: 'to-control-room', safeguarding: 'to-safeguarding' },
  ],
  ['greeting', 'message', 640, 0, { next: 'end' }, { text: { 'en-GB': 'Thank you for getting in touch.' } }],
  [
    'to-control-room',
    'handover',
    640,
    200,
    { resolved: 'end', returned: 'end' },
    { department: 'control-room', priority: 'emergency' },
  ],
  [
    'to-safeguarding',
    'handover',
    640,
    400,
    { resolved: 'end', returned: 'end', unavailable: 'end' },
    { department: 'safeguarding', priority: 'safeguarding' },
  ],
  ['end', 'end', 960, 0, {}],
]

/** The flow that a designer begins with: it asks about danger first, and could be published as it stands. */
export function emptyFlow(id: string, name: string, definitions: NodeDefinitions): Flow {
  const flow: Flow = {
    format: flowFormat,
    id,
    name,
    locales: ['en-GB'],
    variables: [],
    nodes: [],
    edges: [],
    tests: [],
    notes: [],
  }
  for (const [node, type, x, y, then, data] of drawing) {
    const definition = definitions.get(type)
    if (!definition) throw new Error(`There is no node type "${type}".`)
    const initial = definition.initial(flow)
    flow.nodes.push({
      id: node,
      type,
      version: definition.version,
      position: { x, y },
      data: { ...(typeof initial === 'object' ? initial : {}), ...data },
    })
    for (const [sourceHandle, target] of Object.entries(then))
      flow.edges.push({ id: `e${flow.edges.length + 1}`, source: node, sourceHandle, target })
  }
  return flow
}
