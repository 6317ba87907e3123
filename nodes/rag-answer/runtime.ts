import { z } from 'zod'
import { AnswerOutput } from '../kit/effect-output.ts'
import { yesNoChoices } from '../kit/field-prompt.ts'
import { defineRuntime, type NodeContext } from '../kit/node-runtime.ts'
import { phrase } from '../kit/phrases.ts'
import { readYesNo } from '../kit/read-words.ts'
import type { Step } from '../kit/step.ts'
import { toPlain } from '../kit/to-plain.ts'
import type { RagAnswerData } from './definition.ts'

const longestQuestion = 1_000
const Memory = z.object({ stage: z.enum(['asking', 'answering', 'helped']) })

/**
 * Answers only from documents, and says that it does not know rather than guess. After a verdict of the detector it
 * answers nothing: advice on danger is for people.
 */
export const runtime = defineRuntime<RagAnswerData>({
  type: 'rag-answer',
  enter,
  receive(data, event, context) {
    const stage = Memory.safeParse(context.memory).data?.stage
    switch (event.kind) {
      case 'effect.succeeded': {
        const output = AnswerOutput.safeParse(event.output).data
        return output?.answer ? answered(data, context, output.answer, output.citations) : notFound(data, context)
      }
      case 'effect.failed':
        return notFound(data, context)
      case 'time':
      case 'skip':
        if (stage === 'answering') return notFound(data, context)
        return { next: { kind: 'leave', outcome: stage === 'helped' ? 'answered' : 'not-answered' } }
      case 'text':
      case 'choice': {
        const words = event.kind === 'text' ? event.text.trim() : event.value
        if (stage !== 'helped') return words === '' ? ask(data, context) : lookUp(data, context, words)
        const helped = readYesNo(words)
        if (helped === true) return { helped, next: { kind: 'leave', outcome: 'answered' } }
        if (helped === false) return { helped, next: { kind: 'leave', outcome: 'not-answered' } }
        return event.kind === 'text' && words !== '' ? lookUp(data, context, words) : didItHelp(data, context)
      }
      default:
        return stage === 'helped'
          ? didItHelp(data, context)
          : stage === undefined
            ? enter(data, context)
            : ask(data, context)
    }
  },
})

function enter(data: RagAnswerData, context: NodeContext): Step {
  if (isGrave(context)) return { next: { kind: 'leave', outcome: 'not-answered' } }
  const given = data.from === undefined ? context.lastWords : context.evaluate(data.from)
  const question = typeof given === 'string' ? given.trim() : ''
  return question === '' ? ask(data, context) : lookUp(data, context, question)
}

function isGrave(context: NodeContext): boolean {
  const { verdict } = context.scope.contact
  return verdict === 'emergency' || verdict === 'safeguarding'
}

function ask(data: RagAnswerData, context: NodeContext): Step {
  const words = context.text(data.ask) || phrase('answers.ask', context.locale)
  return {
    say: [{ text: words }],
    memory: { stage: 'asking' },
    next: { kind: 'wait', prompt: { expects: 'text', label: toPlain(words) }, limit: 'idle' },
  }
}

function lookUp(data: RagAnswerData, context: NodeContext, question: string): Step {
  if (isGrave(context)) return { next: { kind: 'leave', outcome: 'not-answered' } }
  return {
    memory: { stage: 'answering' },
    next: {
      kind: 'do',
      effect: {
        kind: 'answer',
        question: question.slice(0, longestQuestion),
        collections: data.collections,
        locale: context.locale,
        history: [...(context.history ?? [])],
      },
    },
  }
}

function answered(data: RagAnswerData, context: NodeContext, text: string, citations: AnswerOutput['citations']): Step {
  const saying = { text, citations }
  if (!data.helped) return { say: [saying], next: { kind: 'leave', outcome: 'answered' } }
  const follow = didItHelp(data, context)
  return { ...follow, say: [saying, ...(follow.say ?? [])] }
}

function didItHelp(data: RagAnswerData, context: NodeContext): Step {
  const words = context.text(data.helpedText) || phrase('answers.helped', context.locale)
  const prompt = { expects: 'choice' as const, label: toPlain(words), choices: yesNoChoices(context), free: true }
  return { say: [{ text: words }], memory: { stage: 'helped' }, next: { kind: 'wait', prompt, limit: 'idle' } }
}

function notFound(data: RagAnswerData, context: NodeContext): Step {
  const words = context.text(data.notFound) || phrase('answers.not-found', context.locale)
  return { say: [{ text: words }], next: { kind: 'leave', outcome: 'not-answered' } }
}
