import type { Effect, Report, Step } from '../../nodes/kit/step.ts'
import { type Assessment, worstVerdict } from '../../schema/assessment.ts'
import type { EventBody } from '../../schema/event.ts'
import { plainText } from '../../schema/markup.ts'
import type { Message } from '../../schema/message.ts'
import { closed } from '../compile/machine-config.ts'
import type { TaskDraft } from '../tasks/raise-task.ts'
import type { ContactState } from './contact-state.ts'
import { letGo, nodeKey, recentMessages } from './contact-state.ts'
import type { RunnableFlow } from './runnable-flow.ts'

/** What one turn does, complete: the engine writes it in one transaction, or not at all. */
export interface Turn {
  state: ContactState
  events: EventBody[]
  /** The path that was taken: every event of the machine, behind the node that it happened at: `ask outcome.answered`. */
  path: string[]
  assessment?: Assessment | undefined
  timers: { set: { id: string; delay: number }[]; cleared: string[] }
  effects: { started: { child: string; effect: Effect }[]; stopped: boolean }
  alert?: { verdict: 'emergency' | 'safeguarding'; words: string; assessment: Assessment } | undefined
  rating?: { csat?: number; nps?: number; comment?: string } | undefined
  /** Whether the last answer from documents helped. */
  helped?: boolean | undefined
  /** Something for a person to look at. */
  task?: TaskDraft | undefined
  /** In the order in which they were made: a flow that calls others can report more than once. */
  reports: Report[]
  /** The visitor wants to be rung up. */
  callBack?: { phone: string; department: string } | undefined
  /** Something for who supervises to look at now. */
  warning?: string | undefined
}

/** A cause that changes nothing: a timer of a state that was left, an effect that was stopped, a contact that is closed. */
export type Refusal = { refused: 'closed' | 'stale' | 'taken' | 'not-owner' }

/** A turn while it is being worked out. */
export interface TurnDraft extends Turn {
  say(event: EventBody): void
  /** Sends an event to the machine; false when it has no way on from here. */
  send(event: string): boolean
}

/** Begins a turn on a copy of `before`. `now` is in milliseconds. */
export function beginTurn(flow: RunnableFlow, before: ContactState, now: number): TurnDraft {
  const state: ContactState = {
    ...before,
    values: { ...before.values },
    recent: before.recent,
    turns: before.turns + 1,
  }
  const draft: TurnDraft = {
    state,
    events: [],
    path: [],
    timers: { set: [], cleared: [] },
    effects: { started: [], stopped: false },
    reports: [],
    say(event) {
      draft.events.push(event)
      state.seq++
      if (event.type === 'message') remember(event)
      if (event.type === 'prompt') {
        const { type: _type, lang: _lang, ...prompt } = event
        state.prompt = prompt.expects === 'none' ? undefined : { seq: state.seq, prompt }
      }
    },
    send(event) {
      const from = nodeKey(state.path)
      const move = flow.machine.move(state.path, event)
      draft.path.push(`${from} ${event}`)
      if (!move.moved) return false
      state.path = move.path
      apply(move.actions)
      const to = nodeKey(move.path)
      if (from !== to || isArrival(event)) arrive(to)
      return true
    },
  }
  return draft

  function remember(message: Message): void {
    if (message.from === 'system') return
    state.recent = [...state.recent, { from: message.from, text: plainText(message.text) }].slice(-recentMessages)
  }

  function apply(actions: ReturnType<RunnableFlow['machine']['move']>['actions']): void {
    for (const action of actions) {
      if (action.kind === 'set-timer') draft.timers.set.push({ id: action.id, delay: action.delay })
      if (action.kind === 'clear-timer') {
        draft.timers.set = draft.timers.set.filter((timer) => timer.id !== action.id)
        draft.timers.cleared.push(action.id)
      }
      if (action.kind === 'stop-effect') {
        draft.effects.stopped = true
        draft.effects.started = []
      }
    }
  }

  function arrive(key: string): void {
    state.memory = undefined
    state.prompt = undefined
    const node = flow.compiled.nodes.get(key)
    const definition = node && flow.definitions.get(node.type)
    if (key === closed) {
      state.closed ??= { reason: 'other', at: now }
      state.queue = undefined
    }
    if (definition?.rests.operator) return
    state.queue = undefined
    if (!state.owner) return
    draft.say({ type: 'operator', state: 'left', name: state.owner.name })
    letGo(state)
  }
}

/** Events by which a node is come to anew, also when it is the one that was left. */
function isArrival(event: string): boolean {
  return event.startsWith('outcome.') || event.startsWith('return.')
}

/** Takes over what a step remembers. */
export function applyFacts(draft: TurnDraft, step: Step): void {
  const { state } = draft
  for (const [name, value] of Object.entries(step.remember ?? {})) state.values[name] = value
  if (step.memory !== undefined) state.memory = step.memory
  if (step.intent !== undefined) state.intent = step.intent
  if (step.department !== undefined) state.department = step.department
  if (step.rating) draft.rating = step.rating
  if (step.helped !== undefined) draft.helped = step.helped
  if (step.task) draft.task = step.task
  if (step.report) draft.reports.push(step.report)
  if (step.callBack) draft.callBack = { ...step.callBack, department: state.queue?.department ?? state.department }
  if (step.danger) state.verdict = worstVerdict(state.verdict, step.danger.verdict)
}
