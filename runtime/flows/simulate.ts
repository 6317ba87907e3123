import type { Effect } from '../../nodes/kit/step.ts'
import type {
  SimulatedAction,
  SimulatedCause,
  SimulatedScript,
  SimulatedTurn,
  Simulation,
} from '../../schema/api/simulate.ts'
import { machineEvents } from '../compile/machine-config.ts'
import type { Cause, EffectResult } from '../contact/cause.ts'
import type { Assess } from '../contact/compute-turn.ts'
import { nodeKey } from '../contact/contact-state.ts'
import { operatorCause, type Play, type PlayedTurn, startPlay } from '../contact/play.ts'
import { departmentsOf, refusalWords } from '../contact/play-test.ts'
import { explainWay } from './explain-way.ts'
import { type DraftStage, playWithAnswers } from './open-draft-stage.ts'

/** Timers fire hour by hour, so that a wait that never comes to rest can be stopped. */
const hour = 3_600_000

/** Plays a script from its start to its end, on the engine that visitors get. The same script always gives the same. */
export function simulate(stage: DraftStage, script: SimulatedScript): Promise<Simulation> {
  return playWithAnswers(stage, (perform) => playScript(stage, script, perform))
}

function playScript(
  stage: DraftStage,
  script: SimulatedScript,
  ask: (effect: Effect) => EffectResult | undefined,
): Simulation {
  const { runnable } = stage
  const timed = timeAssess(stage.assess)
  const answers = takeAnswers(script.http ?? [])
  const play = startPlay(runnable, {
    assess: timed.assess,
    understand: stage.learned.understand,
    explain: explainWay(runnable, stage.learned),
    now: Date.parse(script.now),
    locale: script.locale,
    zone: stage.zone,
    departments: departmentsOf(runnable, script),
    perform: (effect, node) => (effect.kind === 'http' ? answers(node) : ask(effect)),
  })
  const turns: SimulatedTurn[] = []
  const show = (action: number, played: readonly PlayedTurn[]) => {
    for (const turn of played) turns.push(toTurn(action, turn, turns.at(-1), timed.took(turn), play.now))
  }
  show(-1, play.opening)
  for (const [action, does] of script.actions.entries()) {
    const taken = act(play, does)
    if (!Array.isArray(taken)) return { turns, stopped: { action, message: refusalWords(taken) } }
    show(action, taken)
    if (play.tooLong) return { turns, stopped: { action, message: 'From here the flow never comes to rest.' } }
  }
  return { turns }
}

function act(play: Play, action: SimulatedAction): ReturnType<Play['take']> {
  if ('input' in action) return play.send(action.input)
  if ('operator' in action) return play.take(operatorCause(action.operator.does, action.operator.text))
  const turns: PlayedTurn[] = []
  for (let left = action.wait; left > 0; left -= hour) turns.push(...play.wait(Math.min(left, hour)))
  return turns
}

/** What the HTTP actions get: for each node its answers in order, the last one for ever. */
function takeAnswers(entries: NonNullable<SimulatedScript['http']>) {
  const left = new Map<string, NonNullable<SimulatedScript['http']>[number]['answer'][]>()
  for (const { node, answer } of entries) left.set(node, [...(left.get(node) ?? []), answer])
  return (node: string): EffectResult | undefined => {
    const answers = left.get(node) ?? []
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer === undefined) return undefined
    if (answer === 'failed') return { ok: false, reason: 'unreachable' }
    if (typeof answer === 'string') return { ok: false, reason: answer }
    const { status, body } = answer
    return status >= 200 && status < 300
      ? { ok: true, output: { status, body } }
      : { ok: false, reason: 'refused', status }
  }
}

/** Measures how long the detector takes for each assessment. */
function timeAssess(assess: Assess) {
  const times = new WeakMap<object, number>()
  return {
    assess: ((text, earlier) => {
      const before = performance.now()
      const assessment = assess(text, earlier)
      times.set(assessment, performance.now() - before)
      return assessment
    }) satisfies Assess,
    took: ({ turn }: PlayedTurn) => (turn.assessment ? (times.get(turn.assessment) ?? 0) : 0),
  }
}

function toTurn(
  action: number,
  { cause, events, path, turn, reasons }: PlayedTurn,
  before: SimulatedTurn | undefined,
  ms: number,
  now: number,
): SimulatedTurn {
  const { state } = turn
  const values = { ...state.values }
  const was = before?.values ?? {}
  return {
    action,
    at: events[0]?.at ?? new Date(now).toISOString(),
    cause: toCause(cause),
    events,
    path: withReasons(path, reasons),
    node: nodeKey(state.path),
    state: state.path,
    values,
    changed: Object.keys(values).filter((name) => JSON.stringify(values[name]) !== JSON.stringify(was[name])),
    contact: { locale: state.locale, intent: state.intent, verdict: state.verdict, department: state.department },
    ...(turn.assessment && { assessment: { ...turn.assessment, ms } }),
    ...(state.queue && {
      queue: { department: state.queue.department, priority: state.queue.priority, reason: state.queue.reason },
    }),
    ...(state.owner && { owner: state.owner.name }),
    ...(state.closed && { closed: state.closed.reason }),
    ...(turn.task !== undefined && { task: turn.task.text }),
  }
}

/** The path, each way out with its reason. Both stand in the order in which it went. */
function withReasons(path: readonly string[], reasons: PlayedTurn['reasons']): SimulatedTurn['path'] {
  const left = [...reasons]
  return path.map((entry) => {
    const space = entry.indexOf(' ')
    const [node, event] = [entry.slice(0, space), entry.slice(space + 1)]
    const at = left.findIndex((each) => each.node === node && event === machineEvents.outcome(each.outcome))
    const [reason] = at === -1 ? [] : left.splice(0, at + 1).slice(-1)
    return { node, event, ...(reason && { why: reason.why }) }
  })
}

function toCause(cause: Cause): SimulatedCause {
  switch (cause.kind) {
    case 'visitor':
      return { kind: 'visitor', input: cause.input }
    case 'effect':
      return { kind: 'effect', node: cause.child, result: cause.result }
    case 'operator':
      return { kind: 'operator', does: cause.does }
    case 'timer':
      return { kind: 'timer', id: cause.id }
    default:
      return { kind: cause.kind }
  }
}
