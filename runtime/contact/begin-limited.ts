import type { LimitAnswer } from '../../schema/limits.ts'
import { machineEvents } from '../compile/machine-config.ts'
import { finish } from './interpret.ts'
import { jump } from './jump.ts'
import type { World } from './node-context.ts'
import type { RunnableFlow } from './runnable-flow.ts'
import type { Turn, TurnDraft } from './turn.ts'
import { phrase } from './words.ts'

/**
 * How a contact begins that goes over a limit of the force: with an honest sentence that names 999, and then a person, a
 * call back, or the numbers to call. What the visitor writes afterwards is assessed like everything else, also where the
 * contact is over.
 */
export function beginLimited(flow: RunnableFlow, draft: TurnDraft, world: World, answer: LimitAnswer): Turn {
  const { state } = draft
  const text = phrase(`limit-${answer}`, state.locale)
  draft.say({ type: 'message', from: 'system', lang: state.locale, text })
  if (answer === 'numbers') {
    draft.send(machineEvents.ended)
    state.closed = { reason: 'nobody-there', at: world.now }
    finish(draft, world)
    return draft
  }
  jump(flow, draft, { ...world, asksNumber: answer === 'call-back' }, 'person')
  return draft
}
