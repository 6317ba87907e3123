import type { Cause } from './cause.ts'
import type { ContactState } from './contact-state.ts'
import { withPeople } from './jump.ts'
import type { World } from './node-context.ts'
import { requeue } from './requeue.ts'
import type { RunnableFlow } from './runnable-flow.ts'
import type { Refusal, Turn, TurnDraft } from './turn.ts'
import { phrase } from './words.ts'

/** What Signpost does with a contact that is with people, without anybody asking for it. */
export function deskTurn(
  flow: RunnableFlow,
  draft: TurnDraft,
  cause: Extract<Cause, { kind: 'desk' }>,
  world: World,
): Turn | Refusal {
  const { state } = draft
  if (state.closed || !withPeople(flow, state)) return { refused: 'stale' }
  if (cause.does === 'release') {
    if (!state.owner) return { refused: 'stale' }
    requeue(flow, draft, world, `operator-${cause.why}`)
    return draft
  }
  if (state.owner || !state.queue) return { refused: 'stale' }
  if (cause.does === 'tell-place') {
    draft.say({ type: 'queue', position: 0 })
    return draft
  }
  requeue(flow, draft, world, cause.why, cause.to)
  return draft
}

/** Name of the timer that speaks up when whoever has a contact says nothing. */
export const silenceTimer = 'desk.silent'
/** How long a visitor waits for words of the person who has their contact, until they are told what else they can do. */
export const longestSilence = 120_000

/** The owner was silent for too long: the visitor hears so, with the other ways there are. Supervisors see it from the state. */
export function silenceTurn(draft: TurnDraft): Turn | Refusal {
  const { state } = draft
  if (state.closed || !state.owner || state.asked === undefined) return { refused: 'stale' }
  state.silent = true
  draft.say({ type: 'message', from: 'system', lang: state.locale, text: phrase('silent', state.locale) })
  return draft
}

/** Sets and clears the timer of silence, from nothing but how the contact stood before the turn and how it stands now. */
export function watchSilence(before: ContactState, turn: Turn): void {
  const due = (state: ContactState) =>
    state.owner && state.asked !== undefined && !state.silent && !state.closed ? state.asked : undefined
  const was = due(before)
  const is = due(turn.state)
  if (is === was && before.owner?.id === turn.state.owner?.id) return
  if (is !== undefined) turn.timers.set.push({ id: silenceTimer, delay: longestSilence })
  else if (was !== undefined) turn.timers.cleared.push(silenceTimer)
}
