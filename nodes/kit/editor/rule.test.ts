import { expect, it } from 'vitest'
import { parseExpression } from '../../../schema/expression.ts'
import type { Variable } from '../../../schema/flow.ts'
import { readRule, ruleTests, testsFor, writeRule } from './rule.ts'

const variables: Variable[] = [
  { name: 'item', type: 'text' },
  { name: 'age', type: 'number' },
  { name: 'hurt', type: 'boolean' },
  { name: 'tags', type: 'choices' },
]

it('writes every rule as an expression that can be checked, and reads it back', () => {
  for (const variable of variables)
    for (const test of testsFor(variable)) {
      const rule = { variable: variable.name, test, value: variable.type === 'number' ? '5' : 'a "bag"' }
      const source = writeRule(rule, variable.type)
      expect(parseExpression(source, variables, ['bool']), source).toMatchObject({ ok: true })
      expect(readRule(source)).toMatchObject({ variable: variable.name, test })
    }
  expect(ruleTests.length).toBeGreaterThan(0)
})

it('leaves richer expressions alone', () => {
  expect(readRule('item == "a" && age > 5')).toBeUndefined()
  expect(readRule('size(item) > 3')).toBeUndefined()
})
