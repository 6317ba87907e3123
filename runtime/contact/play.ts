import type { DepartmentState, NodeServices } from '../../nodes/kit/node-runtime.ts'
import type { Effect } from '../../nodes/kit/step.ts'
import type { Event } from '../../schema/event.ts'
import type { Input } from '../../schema/input.ts'
import type { WayReason } from '../../schema/way-reason.ts'
import type { Cause, EffectResult } from './cause.ts'
import { type Assess, computeTurn } from './compute-turn.ts'
import { type ContactState, newContact } from './contact-state.ts'
import { chooseLocale, type Left, type World } from './node-context.ts'
import type { RunnableFlow } from './runnable-flow.ts'
import type { Refusal, Turn } from './turn.ts'

/** The world that a conversation is played in. Everything in it is given, so the same play always gives the same. */
export interface Stage {
  assess: Assess
  /** Milliseconds since 1970. */
  now: number
  locale?: string | undefined
  zone?: string
  departments?: readonly DepartmentState[]
  /** What words mean; without it the words alone decide. */
  understand?: NodeServices['understand'] | undefined
  /** Answers an effect at once; where it has no answer the effect fails as unreachable. */
  perform?: (effect: Effect, node: string) => EffectResult | undefined
  /** Says why a node is left as it is; the answer stands with the turn. */
  explain?: (left: Left) => WayReason | undefined
}

/** A turn that was played. */
export interface PlayedTurn {
  cause: Cause
  events: Event[]
  path: string[]
  turn: Turn
  /** Why nodes were left as they were, in the order of the path. */
  reasons: { node: string; outcome: string; why: WayReason }[]
}

/** A contact that lives in memory only: the same engine as the server's, without its database. */
export interface Play {
  state: ContactState
  events: Event[]
  now: number
  /** The turns that it began with, before anybody did anything. */
  opening: PlayedTurn[]
  /** It took so many turns by itself that it was stopped: timers or effects that never come to an end. */
  tooLong: boolean
  /** Takes a turn, and those that its effects cause. */
  take(cause: Cause): PlayedTurn[] | Refusal
  send(input: Input): PlayedTurn[] | Refusal
  /** Moves the clock; timers that fall due fire in their order. */
  wait(ms: number): PlayedTurn[]
}

/** The most turns of one play, and the most effects that lead to one another. */
const mostTurns = 3_000
const mostEffects = 50

const operator = { id: 'operator', name: 'Priya' }

/** Begins a play of `flow`. */
export function startPlay(flow: RunnableFlow, stage: Stage): Play {
  const timers = new Map<string, number>()
  let taken = 0
  let inEffect = 0
  const play: Play = {
    state: newContact(flow.machine.initial.path, chooseLocale(flow.flow, stage.locale)),
    events: [],
    now: stage.now,
    opening: [],
    tooLong: false,
    take,
    send: (input) => take({ kind: 'visitor', input }),
    wait(ms) {
      const until = play.now + ms
      const turns: PlayedTurn[] = []
      for (;;) {
        const [due] = [...timers].filter(([, at]) => at <= until).sort((a, b) => a[1] - b[1])
        if (!due || play.tooLong) break
        timers.delete(due[0])
        play.now = Math.max(play.now, due[1])
        const taken = take({ kind: 'timer', id: due[0] })
        if (Array.isArray(taken)) turns.push(...taken)
      }
      play.now = until
      return turns
    },
  }
  const opening = take({ kind: 'started', locale: play.state.locale })
  if (Array.isArray(opening)) play.opening = opening
  return play

  function take(cause: Cause): PlayedTurn[] | Refusal {
    taken++
    play.tooLong ||= taken > mostTurns
    const reasons: PlayedTurn['reasons'] = []
    const { explain } = stage
    const world: World = {
      now: play.now,
      zone: stage.zone ?? 'Europe/London',
      number: 10_001,
      services: {
        departments: () => stage.departments ?? [],
        fileName: () => undefined,
        understand: stage.understand ?? (() => undefined),
      },
      onLeave:
        explain &&
        ((left) => {
          const why = explain(left)
          if (why) reasons.push({ node: left.node.key, outcome: left.outcome, why })
        }),
    }
    const turn = computeTurn(flow, play.state, cause, world, stage.assess)
    if ('refused' in turn) return turn
    const first = turn.state.seq - turn.events.length + 1
    const events = turn.events.map((body, index) => ({
      ...body,
      seq: first + index,
      at: new Date(play.now).toISOString(),
    }))
    play.state = turn.state
    play.events.push(...events)
    for (const id of turn.timers.cleared) timers.delete(id)
    for (const { id, delay } of turn.timers.set) timers.set(id, play.now + delay)
    const played: PlayedTurn[] = [{ cause, events, path: turn.path, turn, reasons }]
    for (const { child, effect } of turn.effects.started) {
      if (inEffect >= mostEffects) play.tooLong = true
      if (play.tooLong) break
      const result = stage.perform?.(effect, child) ?? { ok: false, reason: 'unreachable' }
      inEffect++
      const taken = take({ kind: 'effect', child, result })
      inEffect--
      if (Array.isArray(taken)) played.push(...taken)
    }
    return played
  }
}

/** What an operator of a test does, as a cause. */
export function operatorCause(does: 'join' | 'say' | 'close' | 'return', text = ''): Cause {
  if (does === 'say') return { kind: 'operator', does, by: operator, text }
  if (does === 'close') return { kind: 'operator', does, by: operator, outcome: text || 'resolved' }
  return { kind: 'operator', does, by: operator }
}
