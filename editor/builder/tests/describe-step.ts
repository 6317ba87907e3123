import { isRecord } from '../../../nodes/kit/editor/path.ts'

/** A turn of a test in a few words, for the head of its entry. */
export function describeStep(step: unknown): string {
  if (!isRecord(step)) return 'Nothing happens'
  const wait = typeof step.wait === 'number' && step.wait > 0 ? `${minutes(step.wait)} later` : ''
  const does = [describeInput(step.input), describeOperator(step.operator)].filter(Boolean).join(', ')
  return [wait, does].filter(Boolean).join(': ') || 'Nothing happens'
}

function describeInput(input: unknown): string {
  if (!isRecord(input)) return ''
  switch (input.kind) {
    case 'text':
      return `“${String(input.text)}”`
    case 'choice':
      return `Chooses ${String(input.value)}`
    case 'choices':
      return `Chooses ${Array.isArray(input.values) ? input.values.join(', ') : ''}`
    case 'fields':
      return `Fills in ${isRecord(input.values) ? Object.keys(input.values).join(', ') : 'the form'}`
    case 'rating':
      return 'Rates the contact'
    case 'skip':
      return 'Skips the question'
    case 'person':
      return 'Asks for a person'
    case 'locale':
      return `Changes the language to ${String(input.locale)}`
    default:
      return String(input.kind)
  }
}

function describeOperator(operator: unknown): string {
  if (!isRecord(operator)) return ''
  switch (operator.does) {
    case 'join':
      return 'An operator joins'
    case 'say':
      return `Operator: “${String(operator.text ?? '')}”`
    case 'close':
      return 'The operator closes'
    default:
      return 'The operator gives back'
  }
}

function minutes(ms: number): string {
  const whole = Math.round(ms / 60_000)
  if (whole >= 60 && whole % 60 === 0) return whole === 60 ? '1 hour' : `${whole / 60} hours`
  return whole === 1 ? '1 minute' : `${whole} minutes`
}
