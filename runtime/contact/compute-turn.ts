import type { NodeEvent } from '../../nodes/kit/step.ts'
import { type Assessment, type EarlierMessage, verdicts, worstVerdict } from '../../schema/assessment.ts'
import { type Input, textsOf } from '../../schema/input.ts'
import type { Prompt } from '../../schema/prompt.ts'
import type { Value } from '../../schema/values.ts'
import { machineEvents } from '../compile/machine-config.ts'
import { beginLimited } from './begin-limited.ts'
import type { Cause } from './cause.ts'
import { type ContactState, statusOf } from './contact-state.ts'
import { describeInput } from './describe-input.ts'
import { deskTurn, silenceTimer, silenceTurn, watchSilence } from './desk-turn.ts'
import { escalate } from './escalate.ts'
import { advance, finish, raise } from './interpret.ts'
import { jump, withPeople } from './jump.ts'
import { chooseLocale, type World } from './node-context.ts'
import { operatorTurn } from './operator-turn.ts'
import type { RunnableFlow } from './runnable-flow.ts'
import { beginTurn, type Refusal, type Turn, type TurnDraft } from './turn.ts'

/** Judges a text in its context. Never throws. */
export type Assess = (text: string, earlier: readonly EarlierMessage[]) => Assessment

/**
 * One turn of a contact, worked out without touching anything: the same state, cause and world always give the same
 * turn. Safety comes first: every text of the visitor is assessed before the flow sees it, in every state, and what it
 * finds moves the machine whatever the flow says.
 */
export function computeTurn(
  flow: RunnableFlow,
  before: ContactState,
  cause: Cause,
  world: World,
  assess: Assess,
): Turn | Refusal {
  const draft = beginTurn(flow, before, world.now)
  const turn = followCause(flow, before, draft, cause, world, assess)
  if ('refused' in turn) return turn
  if (cause.kind === 'visitor' || cause.kind === 'effect') escalate(flow, before, draft, cause, world)
  withdrawQuestion(before, draft)
  watchSilence(before, turn)
  if (statusOf(before) !== 'automated' && statusOf(turn.state) === 'automated')
    turn.state.countedTurns = turn.state.visitorTurns
  return turn
}

/**
 * Says that nothing is asked any more, where a question went by without words of the visitor: they asked for a person, or
 * one joined them. Its choices would go on standing on their screen.
 */
function withdrawQuestion(before: ContactState, draft: TurnDraft): void {
  const { state, events } = draft
  if (!before.prompt || state.prompt || state.closed) return
  if (events.some((event) => event.type === 'message' && event.from === 'visitor')) return
  draft.say({ type: 'prompt', node: before.prompt.prompt.node, expects: 'none', lang: state.locale })
}

function followCause(
  flow: RunnableFlow,
  before: ContactState,
  draft: TurnDraft,
  cause: Cause,
  world: World,
  assess: Assess,
): Turn | Refusal {
  switch (cause.kind) {
    case 'started':
      if (cause.limit) return beginLimited(flow, draft, world, cause.limit)
      advance(flow, draft, world, { kind: 'enter' })
      return draft
    case 'visitor':
      return visitorTurn(flow, draft, cause, world, assess)
    case 'ended':
      if (before.closed) return { refused: 'closed' }
      // Whoever leaves at a survey has skipped it: the end behind it still comes, with the confirmation that it sends.
      if (before.prompt?.prompt.expects === 'rating' && draft.send(machineEvents.happened))
        advance(flow, draft, world, { kind: 'receive', event: { kind: 'skip' } })
      if (draft.state.closed) return draft
      draft.send(machineEvents.ended)
      draft.state.closed = { reason: 'visitor-left', at: world.now }
      finish(draft, world)
      return draft
    case 'timer':
      if (cause.id === silenceTimer) return silenceTurn(draft)
      if (before.closed || !draft.send(cause.id)) return { refused: 'stale' }
      advance(flow, draft, world, { kind: 'receive', event: { kind: 'time', limit: limitOf(before.path) } })
      return draft
    case 'effect': {
      const event = cause.result.ok ? machineEvents.done(cause.child) : machineEvents.error(cause.child)
      if (before.closed || !draft.send(event)) return { refused: 'stale' }
      const { result } = cause
      advance(flow, draft, world, {
        kind: 'receive',
        event: result.ok
          ? { kind: 'effect.succeeded', output: result.output }
          : {
              kind: 'effect.failed',
              reason: result.reason,
              ...(result.status === undefined ? {} : { status: result.status }),
            },
      })
      return draft
    }
    case 'operator':
      return operatorTurn(flow, draft, cause, world)
    case 'desk':
      return deskTurn(flow, draft, cause, world)
  }
}

function visitorTurn(
  flow: RunnableFlow,
  draft: TurnDraft,
  cause: Extract<Cause, { kind: 'visitor' }>,
  world: World,
  assess: Assess,
): Turn | Refusal {
  const { state } = draft
  const { input } = cause
  const assessed = assessAll(ownWords(input, state.prompt?.prompt), state.recent, assess)
  draft.assessment = assessed?.assessment
  const danger = assessed !== undefined && assessed.assessment.verdict !== 'none'
  if (state.closed && !danger) return { refused: 'closed' }

  state.visitorTurns++
  if (input.kind === 'text') state.lastWords = input.text
  const words = describeInput(input, state.prompt?.prompt)
  if (words !== '') {
    draft.say({ type: 'message', from: 'visitor', text: words, lang: state.locale })
    if (state.owner) state.asked ??= world.now
  }
  if (danger) {
    const { assessment } = assessed
    raise(draft, world, assessment, assessed.text)
    state.verdict = worstVerdict(state.verdict, assessment.verdict)
    if (state.queue && state.verdict !== 'none') state.queue = { ...state.queue, priority: state.verdict }
    const hall = assessment.verdict === 'emergency' ? 'emergency' : 'safeguarding'
    const comesBack = hall === 'safeguarding' && state.unattended === true
    if (!state.owner && !comesBack && jump(flow, draft, world, hall)) return draft
  }
  if (input.kind === 'locale') return changeLocale(flow, draft, world, input.locale)
  if (input.kind === 'person') return askForPerson(flow, draft, world)
  const stale = cause.prompt !== undefined && state.prompt !== undefined && cause.prompt !== state.prompt.seq
  if (stale) {
    if (state.prompt) draft.say({ type: 'prompt', ...state.prompt.prompt, lang: state.locale })
    return draft
  }
  const event = toNodeEvent(input)
  if (withPeople(flow, state) && !state.prompt) return draft
  if (event && draft.send(machineEvents.happened)) advance(flow, draft, world, { kind: 'receive', event })
  return draft
}

function askForPerson(flow: RunnableFlow, draft: TurnDraft, world: World): Turn {
  if (!withPeople(flow, draft.state)) jump(flow, draft, world, 'person')
  return draft
}

function changeLocale(flow: RunnableFlow, draft: TurnDraft, world: World, wanted: string): Turn {
  const locale = chooseLocale(flow.flow, wanted)
  draft.state.locale = locale
  draft.say({ type: 'locale', locale })
  if (draft.state.prompt && draft.send(machineEvents.happened))
    advance(flow, draft, world, { kind: 'receive', event: { kind: 'locale' } })
  return draft
}

/** What the visitor wrote themselves: a choice that was offered is not their words, unless they typed it. */
function ownWords(input: Input, prompt: Prompt | undefined): string[] {
  if (input.kind === 'text') return [input.text]
  const offered = new Set([
    ...(prompt?.choices ?? []).map((choice) => choice.value),
    ...(prompt?.fields ?? []).flatMap((field) => (field.choices ?? []).map((choice) => choice.value)),
  ])
  return textsOf(input).filter((text) => !offered.has(text))
}

/** The gravest assessment of several texts, with the text that it is about: its evidence points into that. */
function assessAll(
  texts: string[],
  earlier: readonly EarlierMessage[],
  assess: Assess,
): { text: string; assessment: Assessment } | undefined {
  return texts
    .filter((text) => text.trim() !== '')
    .map((text) => ({ text, assessment: assess(text, earlier) }))
    .sort((a, b) => verdicts.indexOf(a.assessment.verdict) - verdicts.indexOf(b.assessment.verdict))[0]
}

/** Name of the limit in `ask.waiting-idle`. */
function limitOf(path: string): string {
  return path.replace(/^.*\.waiting-/, '')
}

function toNodeEvent(input: Input): NodeEvent | undefined {
  switch (input.kind) {
    case 'text':
    case 'choice':
    case 'choices':
    case 'skip':
    case 'rating':
      return input
    case 'fields': {
      const values: Record<string, Value> = { ...input.values }
      return { kind: 'fields', values }
    }
    default:
      return undefined
  }
}
