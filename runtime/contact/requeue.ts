import { machineEvents } from '../compile/machine-config.ts'
import type { Team } from './cause.ts'
import { letGo } from './contact-state.ts'
import { advance } from './interpret.ts'
import type { World } from './node-context.ts'
import type { RunnableFlow } from './runnable-flow.ts'
import type { TurnDraft } from './turn.ts'
import { phrase } from './words.ts'

/**
 * Puts a contact that is with people into a queue again: of `team`, or where it was. Whoever had it lets go, the visitor
 * is told, and the stages of waiting begin anew. What was with somebody goes before the others (`passed`); what only
 * changes queues keeps the time it has waited.
 */
export function requeue(flow: RunnableFlow, draft: TurnDraft, world: World, reason: string, team?: Team): void {
  const { state } = draft
  const { owner, queue } = state
  if (owner) draft.say({ type: 'operator', state: 'left', name: owner.name })
  letGo(state)
  const department = team?.id ?? queue?.department ?? state.department
  const priority = state.verdict === 'none' ? (queue?.priority ?? 'normal') : state.verdict
  const passed = owner !== undefined || queue?.passed === true
  state.queue = {
    department,
    priority,
    reason,
    since: (owner ? undefined : queue?.since) ?? world.now,
    ...(passed ? { passed } : {}),
  }
  state.department = department
  const text = team ? phrase('passed-to-team', state.locale, team.name) : phrase('passed', state.locale)
  draft.say({ type: 'message', from: 'system', lang: state.locale, text })
  if (priority !== 'emergency') draft.say({ type: 'queue', position: 0 })
  state.prompt = undefined
  if (draft.send(machineEvents.happened))
    advance(flow, draft, world, { kind: 'receive', event: { kind: 'operator.left' } })
}
