import { closed, type halls, machineEvents } from '../compile/machine-config.ts'
import { type ContactState, nodeKey } from './contact-state.ts'
import { advance } from './interpret.ts'
import type { World } from './node-context.ts'
import type { RunnableFlow } from './runnable-flow.ts'
import type { TurnDraft } from './turn.ts'

/** Takes the contact to a hall, unless it is there. A contact that was closed is open again. */
export function jump(flow: RunnableFlow, draft: TurnDraft, world: World, hall: keyof typeof halls): boolean {
  const { state } = draft
  const from = nodeKey(state.path)
  if (state.closed) {
    state.closed = undefined
    state.path = `${flow.compiled.start}`
  }
  if (!draft.send(hall === 'person' ? machineEvents.person : machineEvents[hall])) return false
  if (!from.startsWith('$')) state.back = from
  else if (from === closed) state.back = undefined
  advance(
    flow,
    draft,
    world,
    state.owner ? { kind: 'receive', event: { kind: 'operator.joined', name: state.owner.name } } : { kind: 'enter' },
  )
  return true
}

/** Waiting for a person, or with one: what the visitor writes is for that person. */
export function withPeople(flow: RunnableFlow, state: ContactState): boolean {
  const node = flow.compiled.nodes.get(nodeKey(state.path))
  return node !== undefined && flow.definitions.get(node.type)?.rests.operator === true
}
