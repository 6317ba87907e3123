import type { Choice } from '../../schema/prompt.ts'
import { defineRuntime, type NodeContext } from '../kit/node-runtime.ts'
import { phrase } from '../kit/phrases.ts'
import { isUnsure, plainWords, readYesNo } from '../kit/read-words.ts'
import type { Step } from '../kit/step.ts'
import { toPlain } from '../kit/to-plain.ts'
import type { SafetyCheckData } from './definition.ts'

type Answer = 'yes' | 'no' | 'third'

/**
 * It leaves by `safe` only on a clear no. What is not clear is asked again, for as long as it takes: silence and doubt
 * are never taken for safety, and the detector reads every word besides. Who has been silent for hours has left: the
 * contact is closed with the way to 999, and whoever comes back is asked anew.
 */
export const runtime = defineRuntime<SafetyCheckData>({
  type: 'safety-check',
  enter: (data, context) => ask(data, context),
  receive(data, event, context) {
    if (event.kind === 'time')
      return { say: [{ text: phrase('safety.silent', context.locale) }], next: { kind: 'end', reason: 'visitor-left' } }
    if (event.kind !== 'choice' && event.kind !== 'text') {
      return event.kind === 'skip' ? again(data, context) : ask(data, context)
    }
    const said = event.kind === 'choice' ? event.value : event.text
    switch (readSafety(said, data, choicesOf(data, context))) {
      case 'yes':
        return {
          danger: { verdict: 'emergency', explanation: 'Answered that someone is in danger now' },
          next: { kind: 'leave', outcome: 'emergency' },
        }
      case 'third':
        return {
          danger: {
            verdict: 'safeguarding',
            explanation: 'Answered that someone is being hurt or made to feel afraid, or that they are not sure',
          },
          next: { kind: 'leave', outcome: 'safeguarding' },
        }
      case 'no':
        return { next: { kind: 'leave', outcome: 'safe' } }
      default:
        return again(data, context)
    }
  },
})

/** A button, the words of a button, or a short answer. A long sentence that begins with "no" is not a clear no. */
function readSafety(said: string, data: SafetyCheckData, choices: readonly Choice[]): Answer | undefined {
  const words = plainWords(said)
  const chosen = choices.find(({ value, label }) => value === said || plainWords(label) === words)
  if (chosen) return chosen.value === 'third' ? 'third' : chosen.value === 'yes' ? 'yes' : 'no'
  if (isUnsure(said)) return data.third === undefined ? undefined : 'third'
  const answer = readYesNo(said)
  if (answer === true) return 'yes'
  return answer === false && words.split(' ').length <= 4 ? 'no' : undefined
}

function choicesOf(data: SafetyCheckData, context: NodeContext): Choice[] {
  const label = (text: SafetyCheckData['yes'], value: 'yes' | 'no') =>
    toPlain(context.text(text)) || phrase(`safety.${value}`, context.locale)
  return [
    { value: 'yes', label: label(data.yes, 'yes') },
    { value: 'no', label: label(data.no, 'no') },
    ...(data.third === undefined
      ? []
      : [{ value: 'third', label: toPlain(context.text(data.third)) || phrase('safety.third', context.locale) }]),
  ]
}

function ask(data: SafetyCheckData, context: NodeContext, error?: string): Step {
  const words = context.text(data.question) || phrase('safety.question', context.locale)
  const help = toPlain(context.text(data.help))
  return {
    say: error === undefined ? [{ text: words }] : [],
    next: {
      kind: 'wait',
      prompt: {
        expects: 'choice',
        label: toPlain(words),
        ...(help ? { help } : {}),
        choices: choicesOf(data, context),
        free: true,
        ...(error === undefined ? {} : { error }),
      },
      limit: 'idle',
    },
  }
}

function again(data: SafetyCheckData, context: NodeContext): Step {
  return ask(data, context, phrase('safety.unclear', context.locale))
}
