import type { VariableType } from '../../schema/flow.ts'

/** Types of expression whose result a variable of each type can keep, see `Expression.type`. `null` clears any. */
export const resultTypes: Record<VariableType, readonly string[]> = {
  text: ['string', 'null'],
  number: ['double', 'int', 'null'],
  boolean: ['bool', 'null'],
  date: ['string', 'null'],
  datetime: ['string', 'null'],
  choice: ['string', 'null'],
  choices: ['list<string>', 'list<T>', 'null'],
  place: ['string', 'null'],
  phone: ['string', 'null'],
  email: ['string', 'null'],
  reference: ['string', 'null'],
  file: ['string', 'null'],
}
