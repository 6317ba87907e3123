import { escapeMarkup } from '../../schema/markup.ts'
import { machineEvents } from '../compile/machine-config.ts'
import type { Cause } from './cause.ts'
import { nodeKey } from './contact-state.ts'
import { advance } from './interpret.ts'
import type { World } from './node-context.ts'
import type { RunnableFlow } from './runnable-flow.ts'
import type { Refusal, Turn, TurnDraft } from './turn.ts'

/** What a person of the force does in a contact. Only the owner acts; picking up needs that there is none. */
export function operatorTurn(
  flow: RunnableFlow,
  draft: TurnDraft,
  cause: Extract<Cause, { kind: 'operator' }>,
  world: World,
): Turn | Refusal {
  const { state } = draft
  if (state.closed) return { refused: 'closed' }
  if (cause.does === 'join') {
    if (state.owner) return { refused: 'taken' }
    if (!state.queue) return { refused: 'stale' }
    state.owner = cause.by
    state.unattended = undefined
    draft.say({ type: 'operator', state: 'joined', name: cause.by.name })
    if (draft.send(machineEvents.happened))
      advance(flow, draft, world, { kind: 'receive', event: { kind: 'operator.joined', name: cause.by.name } })
    return draft
  }
  if (state.owner?.id !== cause.by.id) return { refused: 'not-owner' }
  if (cause.does === 'say') {
    draft.say({ type: 'message', from: 'operator', name: cause.by.name, text: escapeMarkup(cause.text) })
    return draft
  }
  if (cause.does === 'return' && nodeKey(state.path).startsWith('$')) {
    const target = cause.node ?? state.back ?? flow.compiled.start
    if (!draft.send(machineEvents.returnTo(target))) return { refused: 'stale' }
    advance(flow, draft, world, { kind: 'enter' })
    return draft
  }
  if (!draft.send(machineEvents.happened)) return { refused: 'stale' }
  const event =
    cause.does === 'close'
      ? ({ kind: 'operator.closed', outcome: cause.outcome } as const)
      : ({ kind: 'operator.returned' } as const)
  advance(flow, draft, world, { kind: 'receive', event })
  return draft
}
