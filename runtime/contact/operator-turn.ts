import { escapeMarkup } from '../../schema/markup.ts'
import { machineEvents } from '../compile/machine-config.ts'
import type { Cause } from './cause.ts'
import { nodeKey, takeUp } from './contact-state.ts'
import { advance } from './interpret.ts'
import { jump, withPeople } from './jump.ts'
import type { World } from './node-context.ts'
import { requeue } from './requeue.ts'
import type { RunnableFlow } from './runnable-flow.ts'
import type { Refusal, Turn, TurnDraft } from './turn.ts'

type Act = Extract<Cause, { kind: 'operator' }>
type Acting = [flow: RunnableFlow, draft: TurnDraft, world: World]

/** What a person of the force does in a contact. Only the owner acts, or who supervises; picking up needs that there is no owner. */
export function operatorTurn(flow: RunnableFlow, draft: TurnDraft, cause: Act, world: World): Turn | Refusal {
  const { state } = draft
  const acting: Acting = [flow, draft, world]
  if (state.closed) return { refused: 'closed' }
  if (cause.does === 'join') return join(acting, cause)
  const supervises = 'supervises' in cause && cause.supervises === true
  if (!supervises && state.owner?.id !== cause.by.id) return { refused: 'not-owner' }
  switch (cause.does) {
    case 'say':
      draft.say({ type: 'message', from: 'operator', name: cause.by.name, text: escapeMarkup(cause.text) })
      state.asked = state.silent = undefined
      return draft
    case 'correct':
      state.values[cause.name] = cause.value
      return draft
    case 'assign':
      return assign(acting, cause)
    case 'transfer':
      if (!withPeople(flow, state)) return { refused: 'stale' }
      requeue(flow, draft, world, 'transfer', cause.to)
      return draft
    case 'return':
      return giveBack(acting, cause)
    case 'close':
      return tell(acting, { kind: 'operator.closed', outcome: cause.outcome })
  }
}

function join([flow, draft, world]: Acting, { by }: Act): Turn | Refusal {
  const { state } = draft
  if (state.owner) return { refused: 'taken' }
  if (!state.queue) return { refused: 'stale' }
  takeUp(state, by, world.now)
  draft.say({ type: 'operator', state: 'joined', name: by.name })
  if (draft.send(machineEvents.happened))
    advance(flow, draft, world, { kind: 'receive', event: { kind: 'operator.joined', name: by.name } })
  return draft
}

/** Gives the contact to a person. One that is with the flow comes to people first. */
function assign([flow, draft, world]: Acting, { to }: Extract<Act, { does: 'assign' }>): Turn | Refusal {
  const { state } = draft
  if (state.owner?.id === to.id) return { refused: 'taken' }
  if (state.owner) draft.say({ type: 'operator', state: 'left', name: state.owner.name })
  takeUp(state, to, world.now)
  draft.say({ type: 'operator', state: 'joined', name: to.name })
  if (!withPeople(flow, state)) return jump(flow, draft, world, 'person') ? draft : { refused: 'stale' }
  if (draft.send(machineEvents.happened))
    advance(flow, draft, world, { kind: 'receive', event: { kind: 'operator.joined', name: to.name } })
  return draft
}

/** Back to the flow: at the node that was chosen, else where the contact came from. */
function giveBack(acting: Acting, { node }: Extract<Act, { does: 'return' }>): Turn | Refusal {
  const [flow, draft, world] = acting
  const { state } = draft
  if (node === undefined && !nodeKey(state.path).startsWith('$')) return tell(acting, { kind: 'operator.returned' })
  const target = node ?? state.back ?? flow.compiled.start
  if (target.startsWith('$') || !flow.compiled.nodes.has(target)) return { refused: 'stale' }
  if (!draft.send(machineEvents.returnTo(target))) return { refused: 'stale' }
  advance(flow, draft, world, { kind: 'enter' })
  return draft
}

function tell(
  [flow, draft, world]: Acting,
  event: { kind: 'operator.closed'; outcome: string } | { kind: 'operator.returned' },
): Turn | Refusal {
  if (!draft.send(machineEvents.happened)) return { refused: 'stale' }
  advance(flow, draft, world, { kind: 'receive', event })
  return draft
}
