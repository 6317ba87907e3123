import type { VariableType } from '../../schema/flow.ts'

/** Types of expression whose result a variable of each type can keep, see `Expression.type`. */
export const resultTypes: Record<VariableType, readonly string[]> = {
  text: ['string'],
  number: ['double', 'int'],
  boolean: ['bool'],
  date: ['string'],
  datetime: ['string'],
  choice: ['string'],
  choices: ['list<string>', 'list', 'list<dyn>'],
  place: ['string'],
  phone: ['string'],
  email: ['string'],
  reference: ['string'],
  file: ['string'],
}
