import { z } from 'zod'
import { escapeMarkup } from '../../schema/markup.ts'
import type { Value } from '../../schema/values.ts'
import { readAnswer } from '../kit/answer.ts'
import { fieldPrompt, rawAnswer, showAnswer, yesNoChoices } from '../kit/field-prompt.ts'
import { defineRuntime, type NodeContext } from '../kit/node-runtime.ts'
import { phrase } from '../kit/phrases.ts'
import { isUnsure, plainWords, readYesNo } from '../kit/read-words.ts'
import type { NodeEvent, Step } from '../kit/step.ts'
import type { QuestionData } from './definition.ts'

/** How often the answer failed, and the answer that is being confirmed. */
const Memory = z.object({
  failed: z.int().default(0),
  pending: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
})
type Memory = z.infer<typeof Memory>

export const runtime = defineRuntime<QuestionData>({
  type: 'question',
  enter: (data, context) => ask(data, context, { failed: 0 }),
  receive(data, event, context) {
    const memory = Memory.safeParse(context.memory).data ?? { failed: 0 }
    switch (event.kind) {
      case 'time':
        return { say: [{ text: phrase('idle', context.locale) }], next: { kind: 'leave', outcome: 'gave-up' } }
      case 'skip':
        return data.optional ? skip(data) : refuse(data, context, memory, phrase('answer.needed', context.locale))
      case 'text':
      case 'choice':
      case 'choices':
      case 'fields':
        return memory.pending === undefined
          ? answer(data, event, context, memory)
          : confirmed(data, event, context, { ...memory, pending: memory.pending })
      default:
        return memory.pending === undefined
          ? ask(data, context, memory)
          : confirm(data, memory.pending, context, memory)
    }
  },
})

function ask(data: QuestionData, context: NodeContext, memory: Memory): Step {
  return {
    say: [{ text: context.text(data.question) }],
    memory,
    next: { kind: 'wait', prompt: fieldPrompt({ ...data, label: data.question }, context), limit: 'idle' },
  }
}

function answer(data: QuestionData, event: NodeEvent, context: NodeContext, memory: Memory): Step {
  const raw = rawAnswer(event, data.variable ?? 'answer')
  if (data.optional && typeof raw === 'string' && /^(skip|hepgor)$/.test(plainWords(raw))) return skip(data)
  const read = readAnswer(data, raw, context)
  if (!read.ok) {
    if (data.optional && typeof raw === 'string' && isUnsure(raw)) return skip(data)
    return refuse(data, context, memory, read.error)
  }
  if (read.value === null) return skip(data)
  return data.confirm ? confirm(data, read.value, context, memory) : accept(data, read.value)
}

function confirm(data: QuestionData, value: Exclude<Value, null>, context: NodeContext, memory: Memory): Step {
  const shown = showAnswer(data, value, context).replace(/\.$/, '')
  const label = phrase('question.confirm', context.locale, { answer: shown })
  return {
    say: [{ text: phrase('question.confirm', context.locale, { answer: escapeMarkup(shown) }) }],
    memory: { ...memory, pending: value },
    next: {
      kind: 'wait',
      prompt: { expects: 'choice', label, choices: yesNoChoices(context), free: true },
      limit: 'idle',
    },
  }
}

/** Yes keeps the answer, no asks again, and anything else is taken for the answer that was meant. */
function confirmed(
  data: QuestionData,
  event: NodeEvent,
  context: NodeContext,
  memory: Memory & { pending: Exclude<Value, null> },
): Step {
  const raw = rawAnswer(event, 'answer')
  const said = typeof raw === 'string' ? readYesNo(raw) : undefined
  if (said === true) return accept(data, memory.pending)
  if (said === false) return ask(data, context, { failed: memory.failed })
  return answer(data, event, context, { failed: memory.failed })
}

function accept(data: QuestionData, value: Value): Step {
  return { ...remember(data, value), next: { kind: 'leave', outcome: 'answered' } }
}

/** Skipping takes back an earlier answer: the visitor does not give one. */
function skip(data: QuestionData): Step {
  return { ...remember(data, null), next: { kind: 'leave', outcome: 'skipped' } }
}

function remember(data: QuestionData, value: Value): Pick<Step, 'remember'> {
  return data.variable ? { remember: { [data.variable]: value } } : {}
}

function refuse(data: QuestionData, context: NodeContext, memory: Memory, error: string): Step {
  const failed = memory.failed + 1
  if (failed >= data.tries)
    return {
      say: [{ text: phrase('question.gave-up', context.locale) }],
      next: { kind: 'leave', outcome: 'gave-up' },
    }
  return {
    memory: { failed },
    next: { kind: 'wait', prompt: fieldPrompt({ ...data, label: data.question }, context, { error }), limit: 'idle' },
  }
}
