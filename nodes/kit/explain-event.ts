import type { WayReason } from '../../schema/way-reason.ts'
import { AnswerOutput, HttpOutput } from './effect-output.ts'
import type { NodeEvent } from './step.ts'

const failures = {
  refused: 'refused it',
  timeout: 'did not answer in time',
  unreachable: 'could not be reached',
  unknown: 'gave no answer: nobody knows whether it acted',
}

/** Why a node was left, told by what happened there: enough for every type that does not know better. */
export function explainEvent(event: NodeEvent | undefined): WayReason | undefined {
  const words = event && sayEvent(event)
  return words === undefined ? undefined : { words, looked: [] }
}

function sayEvent(event: NodeEvent): string | undefined {
  switch (event.kind) {
    case 'text':
      return `The visitor wrote “${event.text}”.`
    case 'choice':
    case 'choices':
      return 'The visitor chose it.'
    case 'fields':
      return 'The visitor filled in the form.'
    case 'rating':
      return 'The visitor gave a rating.'
    case 'skip':
      return 'The visitor skipped it.'
    case 'time':
      return 'The time limit passed.'
    case 'effect.succeeded':
      return sayOutput(event.output)
    case 'effect.failed':
      return `The other system ${failures[event.reason]}${event.status === undefined ? '' : ` (status ${event.status})`}.`
    case 'operator.closed':
      return `The operator closed it: ${event.outcome.replaceAll('-', ' ')}.`
    case 'operator.returned':
      return 'The operator handed it back.'
    default:
      return undefined
  }
}

function sayOutput(output: unknown): string | undefined {
  const http = HttpOutput.safeParse(output).data
  if (http) return `The other system answered with status ${http.status}.`
  const found = AnswerOutput.safeParse(output).data
  if (!found) return undefined
  const passages = found.citations.length === 1 ? '1 passage' : `${found.citations.length} passages`
  return found.answer === null ? 'The documents hold no answer.' : `The documents answer it, in ${passages}.`
}
