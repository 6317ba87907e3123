import { z } from 'zod'
import type { Text } from '../../schema/text.ts'
import type { DepartmentState } from '../kit/node-runtime.ts'
import { defineRuntime, type NodeContext } from '../kit/node-runtime.ts'
import { type PhraseKey, phrase } from '../kit/phrases.ts'
import { readPhone } from '../kit/read-phone.ts'
import { plainWords } from '../kit/read-words.ts'
import type { NodeEvent, QueuePriority, Step } from '../kit/step.ts'
import { toPlain } from '../kit/to-plain.ts'
import type { HandoverData } from './definition.ts'

/** Since when it waits (ISO), and how far the stages of waiting have come. `joined`: a person is there. */
const Memory = z.object({ since: z.string(), stage: z.enum(['waiting', 'reassured', 'offered', 'number', 'joined']) })
type Memory = z.infer<typeof Memory>

/**
 * Waits for a person, and is honest about it: it says at once when nobody is there, speaks up as time passes, offers
 * other ways, and says in the end that nobody came. In an emergency it says one thing, and then waits for as long as it
 * takes: no hours, no stages, no giving up.
 */
export const runtime = defineRuntime<HandoverData>({
  type: 'handover',
  enter,
  receive(data, event, context) {
    const memory = Memory.safeParse(context.memory).data
    switch (event.kind) {
      case 'operator.joined':
        return { memory: { since: memory?.since ?? context.now, stage: 'joined' }, next: { kind: 'wait' } }
      case 'operator.left':
        return {
          memory: { since: context.now, stage: 'waiting' },
          next: priorityOf(data, context) === 'emergency' ? { kind: 'wait' } : { kind: 'wait', limit: 'reassure' },
        }
      case 'operator.closed':
        return { next: { kind: 'leave', outcome: 'resolved' } }
      case 'operator.returned':
        return { next: { kind: 'leave', outcome: 'returned' } }
      default:
        if (memory === undefined) return enter(data, context)
        if (memory.stage === 'joined' || priorityOf(data, context) === 'emergency')
          return { memory, next: { kind: 'wait' } }
        return goOnWaiting(data, event, context, memory)
    }
  },
})

function enter(data: HandoverData, context: NodeContext): Step {
  const department = findDepartment(data, context)
  const priority = priorityOf(data, context)
  if (priority === 'emergency') return begin(data, context, priority, department, 'handover.kept')
  if (context.asksNumber && data.callBack && priority !== 'safeguarding')
    return beginWithNumber(data, context, department)
  if (department?.open === false && priority !== 'safeguarding') return leave(data, context, 'closed')
  const there = department === undefined || department.operators > 0
  return begin(data, context, priority, department, there ? 'handover.waiting' : 'handover.nobody')
}

/** The settings', raised by what the contact has shown since; never lowered. */
function priorityOf(data: HandoverData, context: NodeContext): QueuePriority {
  const { verdict } = context.scope.contact
  if (verdict === 'emergency' || data.priority === 'emergency') return 'emergency'
  return verdict === 'safeguarding' ? 'safeguarding' : data.priority
}

/** The chosen department; where the force has none of that name, its first one, which is where the queue will be. */
function findDepartment(data: HandoverData, context: NodeContext): DepartmentState | undefined {
  const departments = context.services.departments()
  const wanted = data.department || context.scope.contact.department
  return departments.find(({ id }) => id === wanted) ?? departments[0]
}

function begin(
  data: HandoverData,
  context: NodeContext,
  priority: QueuePriority,
  department: DepartmentState | undefined,
  key: 'handover.kept' | 'handover.waiting' | 'handover.nobody',
): Step {
  const own =
    key === 'handover.waiting' ? data.words.waiting : key === 'handover.nobody' ? data.words.nobody : undefined
  const step: Omit<Step, 'next'> = {
    say: [words(own, key, context)],
    memory: { since: context.now, stage: 'waiting' },
    queue: {
      department: department?.id ?? (data.department || context.scope.contact.department),
      priority,
      reason: data.name || context.scope.contact.intent || 'handover',
    },
  }
  return { ...step, next: priority === 'emergency' ? { kind: 'wait' } : { kind: 'wait', limit: 'reassure' } }
}

/** In the queue like everybody, and asked at once for a number: who leaves it is rung, at whatever hour the team is back. */
function beginWithNumber(data: HandoverData, context: NodeContext, department: DepartmentState | undefined): Step {
  const memory: Memory = { since: context.now, stage: 'number' }
  const { queue } = begin(data, context, priorityOf(data, context), department, 'handover.waiting')
  return { ...askNumber(context, memory, 'handover.ask-number'), ...(queue ? { queue } : {}) }
}

/** Says what is due by now, whatever woke it: a limit, or the visitor, whose writing must not put the end off. */
function goOnWaiting(data: HandoverData, event: NodeEvent, context: NodeContext, memory: Memory): Step {
  if (wantsToLeave(data, event, context, memory)) return leave(data, context, 'unavailable')
  const call = takeNumber(event, context, memory)
  if (call) return call
  const waited = Date.parse(context.now) - Date.parse(memory.since)
  const due = (seconds: number) => waited >= seconds * 1_000
  if (due(data.closeSeconds)) return leave(data, context, 'unavailable')
  if (memory.stage !== 'offered' && memory.stage !== 'number' && due(data.offerSeconds))
    return offer(data, context, memory)
  if (memory.stage === 'waiting' && due(data.reassureSeconds))
    return {
      say: [words(data.words.reassure, 'handover.reassure', context)],
      memory: { ...memory, stage: 'reassured' },
      next: { kind: 'wait', limit: 'offer' },
    }
  if (event.kind === 'locale' && memory.stage === 'offered') return { ...offer(data, context, memory), say: [] }
  return { memory, next: { kind: 'wait', limit: 'tick' } }
}

function offer(data: HandoverData, context: NodeContext, memory: Memory): Step {
  const saying = words(data.words.offer, 'handover.offer', context)
  const choices = [
    { value: 'stay', label: phrase('handover.stay', context.locale) },
    ...(data.callBack ? [{ value: 'call-back', label: phrase('handover.call-back', context.locale) }] : []),
    { value: 'leave', label: leaveLabel(data, context) },
  ]
  return {
    say: [saying],
    memory: { ...memory, stage: 'offered' },
    next: {
      kind: 'wait',
      prompt: { expects: 'choice', label: toPlain(saying.text), choices, free: true },
      limit: 'close',
    },
  }
}

/** Asks for the number, and takes it: from then on the department owes the visitor a call, and the waiting is over. */
function takeNumber(event: NodeEvent, context: NodeContext, memory: Memory): Step | undefined {
  const { stage } = memory
  if (stage === 'offered' && event.kind === 'choice' && event.value === 'call-back')
    return askNumber(context, memory, 'handover.ask-number')
  if (stage !== 'number') return undefined
  if (event.kind === 'locale') return { ...askNumber(context, memory, 'handover.ask-number'), say: [] }
  if (event.kind !== 'text') return undefined
  const phone = readPhone(event.text)
  if (phone === undefined) return askNumber(context, memory, 'answer.phone')
  return {
    say: [{ text: phrase('handover.will-call', context.locale) }],
    callBack: { phone },
    next: { kind: 'leave', outcome: 'resolved' },
  }
}

function askNumber(context: NodeContext, memory: Memory, key: 'handover.ask-number' | 'answer.phone'): Step {
  const text = phrase(key, context.locale)
  return {
    say: [{ text }],
    memory: { ...memory, stage: 'number' },
    next: { kind: 'wait', prompt: { expects: 'text', input: 'phone', label: toPlain(text) }, limit: 'close' },
  }
}

function wantsToLeave(data: HandoverData, event: NodeEvent, context: NodeContext, { stage }: Memory): boolean {
  if (stage !== 'offered') return false
  if (event.kind === 'text') return plainWords(event.text) === plainWords(leaveLabel(data, context))
  return event.kind === 'choice' && event.value === 'leave'
}

function leaveLabel(data: HandoverData, context: NodeContext): string {
  return toPlain(context.text(data.words.leave)) || phrase('handover.leave', context.locale)
}

function leave(data: HandoverData, context: NodeContext, why: 'unavailable' | 'closed'): Step {
  return {
    say: [words(data.words[why], `handover.${why}`, context)],
    next: { kind: 'leave', outcome: 'unavailable' },
  }
}

function words(own: Text | undefined, key: PhraseKey, context: NodeContext): { text: string } {
  return { text: context.text(own) || phrase(key, context.locale) }
}
