import { plainWords } from '../../nodes/kit/read-words.ts'
import type { EscalationRule } from '../../schema/department.ts'
import { textsOf } from '../../schema/input.ts'
import type { Cause } from './cause.ts'
import type { ContactState } from './contact-state.ts'
import { jump, withPeople } from './jump.ts'
import type { FiredRule, World } from './node-context.ts'
import { requeue } from './requeue.ts'
import type { RunnableFlow } from './runnable-flow.ts'
import { soundsDissatisfied } from './sounds-dissatisfied.ts'
import type { TurnDraft } from './turn.ts'

/**
 * Looks whether a turn has made the contact more than usual, by the rules of its department; before it has one, by rules
 * that name its intent, and by those of the first department, which is the one that takes it. What a rule then does: the
 * contact comes to people, goes before others, to another department, or in front of who supervises. Each rule does so
 * once for each contact. In an emergency there is nothing left to raise. Which department is the first is asked last: what
 * a turn asked for is kept with it.
 */
export function escalate(flow: RunnableFlow, before: ContactState, draft: TurnDraft, cause: Cause, world: World): void {
  const { state } = draft
  const homeless = before.department === ''
  count(draft)
  if (state.closed || state.verdict === 'emergency' || !world.escalations) return
  const fired = world.escalations(
    (rule, department) =>
      (rule.intents.length === 0 || rule.intents.includes(state.intent)) &&
      !state.escalated?.includes(nameOf({ rule, department })) &&
      isNoticed(rule, state, cause) &&
      (department === state.department ||
        (homeless && (rule.intents.length > 0 || department === world.services.departments()[0]?.id))),
  )
  for (const one of fired) {
    state.escalated = [...(state.escalated ?? []), nameOf(one)]
    follow(flow, draft, world, one, homeless)
  }
}

const didNotUnderstand = /outcome\.(other|not-answered)$/
const didFail = /outcome\.(failed|gave-up)$/

/** Counts what of the turn's way through the flow went wrong. */
function count({ state, path }: TurnDraft): void {
  const unsure = path.filter((event) => didNotUnderstand.test(event)).length
  const failed = path.filter((event) => didFail.test(event)).length
  if (unsure > 0) state.unsure = (state.unsure ?? 0) + unsure
  if (failed > 0) state.failed = (state.failed ?? 0) + failed
}

function isNoticed({ sign, words, times }: EscalationRule, state: ContactState, cause: Cause): boolean {
  const texts = cause.kind === 'visitor' ? textsOf(cause.input) : []
  switch (sign) {
    case 'words':
      return texts.some((text) => words.some((word) => ` ${plainWords(text)} `.includes(` ${plainWords(word)} `)))
    case 'risk':
      return state.verdict !== 'none'
    case 'dissatisfied':
      return texts.some(soundsDissatisfied)
    case 'asked-for-person':
      return cause.kind === 'visitor' && cause.input.kind === 'person'
    case 'unsure':
      return (state.unsure ?? 0) >= times
    case 'failed':
      return (state.failed ?? 0) >= times
    case 'turns':
      return state.visitorTurns >= times
  }
}

function follow(
  flow: RunnableFlow,
  draft: TurnDraft,
  world: World,
  { rule, department }: FiredRule,
  homeless: boolean,
): void {
  const { state } = draft
  if (rule.supervisor) draft.warning = reasons[rule.sign]
  if (state.owner) return
  const team = world.services.departments().find(({ id }) => id === (rule.to ?? department))
  if (withPeople(flow, state)) {
    // Who asked for a person came to the first queue there is. Danger has a queue of its own.
    const moves = rule.to !== null || (homeless && state.verdict === 'none')
    if (moves && team && team.id !== state.queue?.department)
      requeue(flow, draft, world, 'escalated', { id: team.id, name: team.name })
  } else if (rule.high || rule.to) {
    state.department = team?.id ?? state.department
    jump(flow, draft, world, 'person')
  }
  if (rule.high && state.queue?.priority === 'normal') state.queue = { ...state.queue, priority: 'high' }
}

/** What a supervisor reads. */
const reasons: Record<EscalationRule['sign'], string> = {
  words: 'Words that your department watches for were used.',
  risk: 'There is a sign of risk.',
  dissatisfied: 'The visitor says that they are not being helped.',
  'asked-for-person': 'The visitor asked for a person.',
  unsure: 'The flow has not understood the visitor several times.',
  failed: 'Something has failed several times.',
  turns: 'The conversation has gone on for long.',
}

function nameOf({ department, rule }: FiredRule): string {
  return `${department} ${rule.sign} ${rule.times} ${rule.words.join(',')}`.slice(0, 200)
}
