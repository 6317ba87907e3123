import type { Step } from '../../nodes/kit/step.ts'
import { type Assessment, worstVerdict } from '../../schema/assessment.ts'
import type { EventBody } from '../../schema/event.ts'
import { localise } from '../../schema/text.ts'
import type { CompiledNode } from '../compile/compile-flow.ts'
import { closed, halls, machineEvents } from '../compile/machine-config.ts'
import { adviceFor } from './advice.ts'
import { type ContactState, nodeKey } from './contact-state.ts'
import { type Told, toNodeContext, type World } from './node-context.ts'
import type { RunnableFlow } from './runnable-flow.ts'
import { applyFacts, type TurnDraft } from './turn.ts'
import { phrase } from './words.ts'

/** The most nodes that one turn may pass. A flow that needs more goes round in circles: a person takes over. */
const mostSteps = 50

/**
 * Lets the flow go on from where `draft` stands until it rests: each node returns a step, the machine makes the move.
 * A node that throws, an outcome that leads nowhere and a circle all end the same way: at a person, never in silence.
 */
export function advance(flow: RunnableFlow, draft: TurnDraft, world: World, first: Told): void {
  let told = first
  try {
    for (let count = 0; count < mostSteps; count++) {
      const node = flow.compiled.nodes.get(nodeKey(draft.state.path))
      if (!node) {
        finish(draft, world)
        return
      }
      const step = decide(flow, node, draft, world, told)
      applyFacts(draft, step)
      const rests = act(flow, node, draft, world, step)
      if (rests) return
      told = arrival(draft.state)
    }
    fail(flow, draft, world, 'The flow passed fifty nodes in one turn without waiting for the visitor.')
  } catch (error) {
    fail(flow, draft, world, error instanceof Error ? error.message : String(error))
  }
}

function decide(flow: RunnableFlow, node: CompiledNode, draft: TurnDraft, world: World, told: Told): Step {
  const runtime = flow.runtimes.get(node.type)
  if (!runtime) throw new Error(`Nothing runs nodes of type "${node.type}".`)
  const context = toNodeContext(node, draft.state, world)
  const step =
    told.kind === 'enter' || !runtime.receive
      ? runtime.enter(node.data, context)
      : runtime.receive(node.data, told.event, context)
  if (step.next.kind === 'leave') world.onLeave?.({ node, outcome: step.next.outcome, told, context })
  return step
}

/** Does what the step says. True when the contact rests now. */
function act(flow: RunnableFlow, node: CompiledNode, draft: TurnDraft, world: World, step: Step): boolean {
  const { state } = draft
  if (step.danger) raise(draft, world, toAssessment(step.danger), step.danger.explanation)
  for (const saying of step.say ?? [])
    draft.say('type' in saying ? saying : { type: 'message', from: 'flow', lang: state.locale, ...saying })
  if (step.queue) enqueue(draft, world, step.queue)

  switch (step.next.kind) {
    case 'wait': {
      const { prompt, limit } = step.next
      if (prompt) draft.say({ type: 'prompt', node: node.id, lang: state.locale, ...prompt })
      return mustMove(draft, machineEvents.wait(limit))
    }
    case 'do':
      mustMove(draft, machineEvents.do)
      draft.effects.started.push({ child: node.key, effect: step.next.effect })
      return true
    case 'end': {
      const { reason } = step.next
      mustMove(draft, machineEvents.end)
      if (state.path !== closed) return false
      state.closed = { reason, at: world.now }
      finish(draft, world)
      return true
    }
    case 'leave': {
      const { outcome } = step.next
      if (nodeKey(state.path).startsWith('$') && outcome !== 'resolved') return goBack(draft, world)
      mustMove(draft, machineEvents.outcome(outcome))
      if (step.danger) stopAutomation(flow, draft, step.danger.verdict)
      return false
    }
  }
}

/** After a danger that the visitor confirmed, only a handover may follow: anything else becomes the hall. */
function stopAutomation(flow: RunnableFlow, draft: TurnDraft, verdict: 'emergency' | 'safeguarding'): void {
  const next = flow.compiled.nodes.get(nodeKey(draft.state.path))
  if (next && flow.definitions.get(next.type)?.rests.operator) return
  draft.state.back = next?.key
  draft.send(verdict === 'emergency' ? machineEvents.emergency : machineEvents.safeguarding)
}

/** From a hall back to where the contact was, asked again; where it came from nowhere, it ends. */
function goBack(draft: TurnDraft, world: World): boolean {
  const { state } = draft
  if (nodeKey(state.path) === halls.safeguarding) state.unattended = true
  if (state.back !== undefined) {
    mustMove(draft, machineEvents.returnTo(state.back))
    return false
  }
  mustMove(draft, machineEvents.ended)
  state.closed = { reason: 'nobody-there', at: world.now }
  finish(draft, world)
  return true
}

function mustMove(draft: TurnDraft, event: string): boolean {
  const from = draft.state.path
  if (!draft.send(event)) throw new Error(`From "${from}" nothing leads on by "${event}".`)
  return true
}

/** A node that is reached with a person there already goes on with them. */
function arrival(state: ContactState): Told {
  return state.owner
    ? { kind: 'receive', event: { kind: 'operator.joined', name: state.owner.name } }
    : { kind: 'enter' }
}

/**
 * Puts the contact into a queue that exists: a department that the force does not have becomes its first. The place is
 * filled in when the turn is written; in an emergency nobody is told to wait their turn.
 */
function enqueue(draft: TurnDraft, world: World, queue: NonNullable<Step['queue']>): void {
  const { state } = draft
  const departments = world.services.departments()
  const department = departments.find(({ id }) => id === queue.department)?.id ?? departments[0]?.id ?? queue.department
  const priority = state.verdict === 'none' ? queue.priority : state.verdict
  state.queue = { department, priority, reason: queue.reason, since: state.queue?.since ?? world.now }
  state.department = department
  if (priority !== 'emergency' && !state.owner) draft.say({ type: 'queue', position: 0 })
}

/** Shows the advice and alerts a person. The advice is the next thing that the visitor sees. */
export function raise(draft: TurnDraft, world: World, assessment: Assessment, words: string): void {
  const { verdict, category } = assessment
  if (verdict === 'none') return
  const { state } = draft
  draft.say(
    adviceFor(verdict, state.locale, localise(world.adviceWords?.(verdict, state.department) ?? '', state.locale)),
  )
  if (state.category === undefined || worstVerdict(verdict, state.verdict) !== state.verdict) state.category = category
  draft.alert = { verdict, words, assessment }
}

function toAssessment(danger: NonNullable<Step['danger']>): Assessment {
  return {
    verdict: danger.verdict,
    category: 'visitor_said_so',
    confidence: 1,
    evidence: [{ layer: 'visitor', span: [0, 0], rule: 'safety-check', explanation: danger.explanation }],
    detectorVersion: 'visitor',
  }
}

/** The contact is over. */
export function finish(draft: TurnDraft, world: World): void {
  draft.state.closed ??= { reason: 'other', at: world.now }
  draft.state.prompt = undefined
  const event: EventBody = { type: 'closed', reason: draft.state.closed.reason }
  if (draft.events.at(-1)?.type !== 'closed') draft.say(event)
}

/** What stands between any fault and silence: the visitor is told, a person gets the contact, staff see why. */
function fail(flow: RunnableFlow, draft: TurnDraft, world: World, reason: string): void {
  const node = nodeKey(draft.state.path)
  const task = { text: `The flow could not go on at "${node}": ${reason}` }
  draft.task = task
  draft.say({
    type: 'message',
    from: 'system',
    lang: draft.state.locale,
    text: phrase('flow-failed', draft.state.locale),
  })
  if (node === halls.person || !draft.send(machineEvents.failed)) return
  draft.state.back = undefined
  const hall = flow.compiled.nodes.get(halls.person)
  try {
    if (!hall) throw new Error('There is no hall.')
    const step = decide(flow, hall, draft, world, { kind: 'enter' })
    applyFacts(draft, step)
    act(flow, hall, draft, world, step)
  } catch (error) {
    task.text += ` Then handing over failed too: ${error instanceof Error ? error.message : String(error)}`
    enqueue(draft, world, { department: draft.state.department, priority: 'high', reason: 'flow-failed' })
    draft.send(machineEvents.wait())
  }
}
