import type { SimulatedAction, SimulatedTurn, Simulation } from '../../../schema/api/simulate.ts'
import type { Event } from '../../../schema/event.ts'
import type { WayReason } from '../../../schema/way-reason.ts'
import type { Card } from '../canvas/card.ts'
import { topNode } from './lit.ts'

export type Assessed = NonNullable<SimulatedTurn['assessment']>

/** One thing to see in the conversation, in order. */
export type Talk = { key: string } & (
  | { kind: 'said'; from: 'flow' | 'operator' | 'system'; text: string; name?: string }
  | { kind: 'visitor'; text: string; action: number; assessment: Assessed | undefined }
  | { kind: 'advice'; verdict: 'emergency' | 'safeguarding'; lines: string[] }
  | { kind: 'took'; outcome: string; to: string; node: string; why: WayReason | undefined }
  | { kind: 'line'; text: string }
)

type Cards = ReadonlyMap<string, Card>

/** A played conversation as a person reads it. */
export function toTalk(played: Simulation, actions: readonly SimulatedAction[], cards: Cards): Talk[] {
  const talk: Talk[] = []
  for (let action = -1; action < actions.length; action++) {
    if (played.stopped && action >= played.stopped.action) break
    const does = actions[action]
    const line = does && describeAction(does)
    if (line) talk.push({ key: `${action}`, kind: 'line', text: line })
    for (const [index, turn] of played.turns.filter((each) => each.action === action).entries())
      talk.push(...turnTalk(turn, `${action}.${index}`, cards))
  }
  return talk
}

function turnTalk(turn: SimulatedTurn, key: string, cards: Cards): Talk[] {
  const cause = causeWords(turn, cards)
  const talk: Talk[] = cause === undefined ? [] : [{ key: `${key} cause`, kind: 'line', text: cause }]
  for (const event of turn.events) {
    const item = eventTalk(event, turn)
    if (item) talk.push({ key: `${key} ${event.seq}`, ...item })
  }
  for (const [index, { node, event, why }] of turn.path.entries()) {
    const jump = jumps[event]
    if (jump !== undefined) talk.push({ key: `${key} path ${index}`, kind: 'line', text: jump })
    const card = cards.get(node)
    if (!event.startsWith('outcome.') || !card || card.outcomes.length < 2) continue
    const outcome = card.outcomes.find(({ id }) => id === event.slice('outcome.'.length))?.label ?? event
    const to = titleOf(turn.path[index + 1]?.node ?? turn.node, cards)
    talk.push({ key: `${key} path ${index}`, kind: 'took', outcome, to, node, why })
  }
  if (turn.task !== undefined)
    talk.push({ key: `${key} task`, kind: 'line', text: `For a person to look at: ${turn.task}` })
  return talk
}

const jumps: Record<string, string> = {
  'safety.emergency': 'Safety took over: the contact goes to the emergency queue.',
  'safety.safeguarding': 'Safety took over: the contact goes to the safeguarding queue.',
  'visitor.asked-for-person': 'The visitor asked for a person.',
  'flow.failed': 'The flow could not go on here. A person takes over.',
}

const halls: Record<string, string> = {
  $emergency: 'Emergency queue',
  $safeguarding: 'Safeguarding queue',
  $person: 'A person',
  $closed: 'The end',
}

/** What a node of the engine is called on the canvas. */
export function titleOf(key: string, cards: Cards): string {
  return halls[key] ?? cards.get(topNode(key))?.title ?? 'a node that was deleted'
}

function eventTalk(event: Event, turn: SimulatedTurn) {
  switch (event.type) {
    case 'message':
      if (event.from === 'visitor')
        return { kind: 'visitor' as const, text: event.text, action: turn.action, assessment: turn.assessment }
      return { kind: 'said' as const, from: event.from, text: event.text, ...(event.name && { name: event.name }) }
    case 'advice':
      return { kind: 'advice' as const, verdict: event.verdict, lines: event.lines }
    case 'prompt':
      return event.error ? { kind: 'said' as const, from: 'flow' as const, text: event.error } : undefined
    case 'queue':
      return { kind: 'line' as const, text: `In the queue${turn.queue ? ` of ${turn.queue.department}` : ''}.` }
    case 'operator':
      return event.state === 'typing' ? undefined : { kind: 'line' as const, text: `${event.name} ${event.state}.` }
    case 'closed':
      return { kind: 'line' as const, text: `The contact is closed: ${event.reason}.` }
    case 'locale':
      return { kind: 'line' as const, text: `The language is now ${event.locale}.` }
  }
}

function causeWords({ cause }: SimulatedTurn, cards: Cards): string | undefined {
  if (cause.kind === 'timer') return 'A time limit passed.'
  if (cause.kind !== 'effect') return undefined
  const title = titleOf(cause.node, cards)
  if (cause.result.ok) return `${title}: the answer came.`
  const why = {
    refused: 'it was refused',
    timeout: 'it timed out',
    unreachable: 'it failed',
    unknown: 'nobody knows whether it worked',
  }
  return `${title}: ${why[cause.result.reason]}.`
}

function describeAction(action: SimulatedAction): string | undefined {
  if (!('wait' in action)) return undefined
  const minutes = Math.round(action.wait / 60_000)
  if (minutes % 60 === 0) return minutes === 60 ? '1 hour later' : `${minutes / 60} hours later`
  return minutes === 1 ? '1 minute later' : `${minutes} minutes later`
}

/** What the visitor is asked for now, if anything. */
export function currentPrompt({ turns }: Simulation) {
  const last = turns.at(-1)
  if (!last || last.closed !== undefined) return undefined
  const prompts = turns.flatMap(({ events }) => events.flatMap((event) => (event.type === 'prompt' ? [event] : [])))
  const prompt = prompts.at(-1)
  return prompt && prompt.node === last.node.split('/').at(-1) ? prompt : undefined
}
