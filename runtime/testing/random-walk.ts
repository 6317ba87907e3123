import type { DepartmentState } from '../../nodes/kit/node-runtime.ts'
import type { Effect } from '../../nodes/kit/step.ts'
import type { Input } from '../../schema/input.ts'
import type { Prompt } from '../../schema/prompt.ts'
import type { EffectResult } from '../contact/cause.ts'
import type { Assess } from '../contact/compute-turn.ts'
import { operatorCause, type Play, type PlayedTurn, startPlay } from '../contact/play.ts'
import type { RunnableFlow } from '../contact/runnable-flow.ts'
import { seededRandom } from '../safety/learned/softmax-regression.ts'

/** What a walk came to: how many turns it took, and what was wrong, in words. */
export interface Walked {
  turns: number
  faults: string[]
}

const day = 86_400_000
const stepsOfWalk = 14
const says = [
  'yes',
  'no',
  'A red bag',
  'In town',
  '07700 900123',
  'NM1 2AB',
  'last night 11pm',
  '5',
  '',
  '🙂',
  'x'.repeat(3_999),
]
const dangers = ['he has a knife and he is outside now, help me', 'my flat is on fire']
const worries = ['my partner checks my phone, takes my money and I am afraid of him']
const nextAnswer = ['refused', 'timeout', 'unreachable', 'unknown'] as const

/**
 * One contact that does anything at all, in a world where anything fails: actions that fail in every way or bring
 * nonsense, a detector that throws or alarms at anything, nobody there, everything closed, clocks that jump. After every
 * turn it must hold that danger brought the advice at once and a person is called; that the visitor has something to do
 * or something to wait for, and that the waiting ends. The same seed gives the same walk.
 */
export function walkContact(flow: RunnableFlow, assess: Assess, seed: number): Walked {
  const random = seededRandom(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const chance = (share: number) => random() < share
  const brokenDetector = chance(0.05)
  const departments: DepartmentState[] = chance(0.1)
    ? []
    : ['control-room', 'crime-desk', 'safeguarding'].map((id) => ({
        id,
        name: id,
        open: chance(0.6),
        operators: chance(0.5) ? 0 : 2,
        waiting: Math.floor(random() * 50),
      }))
  const play = startPlay(flow, {
    assess: (text, earlier) => (brokenDetector && chance(0.3) ? alarm(text) : assess(text, earlier)),
    now: Date.UTC(2026, pick([2, 9, 11]), pick([25, 28, 29]), Math.floor(random() * 24)),
    departments,
    locale: pick(['en-GB', 'cy-GB', 'fr-FR']),
    perform: (effect) => perform(effect, random),
  })
  const faults: string[] = []
  let turns = play.opening.length
  for (let step = 0; step < stepsOfWalk; step++) {
    const before = play.state
    const played = act(play, pick, chance, random)
    if (played === undefined) {
      if (play.state !== before) faults.push(`A refused turn changed the contact at ${before.path}.`)
    } else {
      turns += played.length
      for (const turn of played) faults.push(...faultsOf(turn))
    }
    faults.push(...faultsIn(play))
    if (play.state.closed && chance(0.5)) break
  }
  faults.push(...faultsOfEnd(play))
  return { turns, faults }
}

function alarm(text: string): ReturnType<Assess> {
  const evidence = [
    { layer: 'guard', span: [0, text.length] as [number, number], rule: 'guard.x', explanation: 'Failed' },
  ]
  return { verdict: 'emergency', category: 'guard_failure', confidence: 1, evidence, detectorVersion: 'broken' }
}

function perform(effect: Effect, random: () => number): EffectResult {
  if (random() < 0.4)
    return { ok: false, reason: nextAnswer[Math.floor(random() * nextAnswer.length)] ?? 'unknown', status: 503 }
  const nonsense = [
    undefined,
    null,
    7,
    'text',
    [],
    {},
    { answer: 3 },
    { answer: 'The office opens at 9.', citations: [] },
  ]
  const http = { status: 200, body: { reference: 'NM/26/1', status: 'open' } }
  return {
    ok: true,
    output: effect.kind === 'http' && random() < 0.6 ? http : nonsense[Math.floor(random() * nonsense.length)],
  }
}

/** Does something; undefined where it was refused. */
function act(
  play: Play,
  pick: <T>(from: readonly T[]) => T,
  chance: (share: number) => boolean,
  random: () => number,
): PlayedTurn[] | undefined {
  const taken = (turns: ReturnType<Play['take']>) => (Array.isArray(turns) ? turns : undefined)
  if (play.state.owner && chance(0.5))
    return taken(play.take(operatorCause(pick(['say', 'close', 'return', 'join']), 'Hello')))
  if (play.state.queue && chance(0.2)) return taken(play.take(operatorCause('join')))
  if (chance(0.15)) return play.wait(Math.floor(random() * pick([90_000, 400_000, day])))
  if (chance(0.02)) return taken(play.take({ kind: 'ended' }))
  return taken(play.send(inputFor(play.state.prompt?.prompt, pick, chance)))
}

function inputFor(
  prompt: Prompt | undefined,
  pick: <T>(from: readonly T[]) => T,
  chance: (share: number) => boolean,
): Input {
  const words = chance(0.06) ? pick(dangers) : chance(0.04) ? pick(worries) : pick(says)
  if (chance(0.04)) return { kind: 'person' }
  if (chance(0.03)) return { kind: 'locale', locale: pick(['en-GB', 'cy-GB']) }
  if (chance(0.05)) return { kind: 'skip' }
  if (prompt?.choices?.length && chance(0.8)) return { kind: 'choice', value: pick(prompt.choices).value }
  if (prompt?.fields?.length && chance(0.8))
    return { kind: 'fields', values: Object.fromEntries(prompt.fields.map(({ id }) => [id, words])) }
  if (prompt?.expects === 'rating' && chance(0.8)) return { kind: 'rating', csat: 4, comment: words }
  return { kind: 'text', text: words || 'x' }
}

function faultsOf({ turn, events }: PlayedTurn): string[] {
  const verdict = turn.assessment?.verdict
  if (verdict === undefined || verdict === 'none') return []
  const shown = events.find((event) => !(event.type === 'message' && event.from === 'visitor'))
  const faults: string[] = []
  if (shown?.type !== 'advice' || shown.verdict !== verdict)
    faults.push(`After ${verdict} came ${shown?.type ?? 'nothing'}.`)
  if (turn.alert?.verdict !== verdict) faults.push(`Nobody was alerted of ${verdict}.`)
  if (verdict === 'emergency' && !turn.state.owner && turn.state.queue?.priority !== 'emergency')
    faults.push(`After an emergency the contact is at ${turn.state.path}, not at the head of a queue.`)
  if (verdict === 'emergency' && turn.effects.started.length > 0) faults.push('Automation went on after an emergency.')
  return faults
}

/** Somewhere without a way on: nothing to answer, nobody to wait for, nothing that will end by itself. */
function faultsIn({ state, tooLong }: Play): string[] {
  const faults = tooLong ? ['The contact went on by itself without an end.'] : []
  const waits = state.owner !== undefined || state.queue !== undefined
  if (!state.closed && !waits && !state.prompt && !/waiting|working/.test(state.path))
    faults.push(`A dead end at ${state.path}.`)
  if (state.verdict === 'emergency' && state.queue && state.queue.priority !== 'emergency')
    faults.push('An emergency lost its place.')
  return faults
}

/** Left alone, every contact comes to an end, or is open to the visitor's answer, or a person has it or must come. */
function faultsOfEnd(play: Play): string[] {
  for (let passed = 0; passed < 40 && !play.state.closed; passed++) play.wait(day)
  const { state } = play
  if (state.closed || state.prompt || state.owner || state.queue?.priority === 'emergency') return []
  return [`After forty days it still waits at ${state.path}.`]
}
