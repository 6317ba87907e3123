import type { Input } from '../../schema/input.ts'
import { escapeMarkup } from '../../schema/markup.ts'
import type { Choice, Prompt } from '../../schema/prompt.ts'

/**
 * What the visitor did, as the message that stands in the log: their words, or the label of what they chose. Their words
 * never become markup. Answers of a survey are not shown: they are kept apart from the contact.
 */
export function describeInput(input: Input, prompt: Prompt | undefined): string {
  switch (input.kind) {
    case 'text':
      return escapeMarkup(input.text)
    case 'choice':
      return escapeMarkup(labelOf(input.value, prompt?.choices))
    case 'choices':
      return escapeMarkup(input.values.map((value) => labelOf(value, prompt?.choices)).join(', '))
    case 'fields':
      return Object.entries(input.values)
        .flatMap(([id, value]) => {
          if (value === null || value === '') return []
          const field = prompt?.fields?.find((candidate) => candidate.id === id)
          const words = (Array.isArray(value) ? value : [String(value)]).map((part) => labelOf(part, field?.choices))
          return [escapeMarkup(`${field?.label ?? id}: ${words.join(', ')}`)]
        })
        .join('\n')
    default:
      return ''
  }
}

function labelOf(value: string, choices: readonly Choice[] | undefined): string {
  return choices?.find((choice) => choice.value === value)?.label ?? value
}
