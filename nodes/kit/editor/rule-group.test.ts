import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseExpression } from '../../../schema/expression.ts'
import type { Variable } from '../../../schema/flow.ts'
import { needsValue, testsFor } from './rule.ts'
import { type RuleGroup, type RuleItem, readGroup, writeGroup } from './rule-group.ts'

const variables: Variable[] = [
  { name: 'item', type: 'text' },
  { name: 'age', type: 'number' },
  { name: 'hurt', type: 'boolean' },
  { name: 'tags', type: 'choices' },
]
const rule = fc.constantFrom(...variables).chain((variable) =>
  fc.record({
    variable: fc.constant(variable.name),
    test: fc.constantFrom(...testsFor(variable)),
    value: variable.type === 'number' ? fc.integer().map(String) : fc.constantFrom('bag', 'a && "b"', '(x || y)', ''),
  }),
)
const mode = fc.constantFrom('all' as const, 'any' as const)
const inner: fc.Arbitrary<RuleItem> = fc.oneof(
  rule,
  fc.record({ mode, items: fc.array(rule, { minLength: 2, maxLength: 3 }) }),
)
const group: fc.Arbitrary<RuleGroup> = fc.record({ mode, items: fc.array(inner, { minLength: 1, maxLength: 4 }) })

it('writes every group as an expression that can be checked, and reads the same expression back', () => {
  fc.assert(
    fc.property(group, (rules) => {
      const source = writeGroup(rules, variables)
      expect(parseExpression(source, variables, ['bool']), source).toMatchObject({ ok: true })
      const read = readGroup(source)
      expect(read && writeGroup(read, variables)).toBe(source)
    }),
  )
})

it.each([
  ['hurt', { mode: 'all', items: [{ variable: 'hurt', test: 'yes', value: '' }] }],
  [
    'hurt && age >= 18 || item == "bag"',
    {
      mode: 'any',
      items: [
        {
          mode: 'all',
          items: [
            { variable: 'hurt', test: 'yes', value: '' },
            { variable: 'age', test: 'at-least', value: '18' },
          ],
        },
        { variable: 'item', test: 'is', value: 'bag' },
      ],
    },
  ],
])('reads %s', (source, rules) => {
  expect(readGroup(source)).toEqual(rules)
})

it.each([
  'size(item) > 3',
  '!(hurt && age > 5)',
  'hurt ? age > 5 : false',
  'age + 1 > 5',
  '((hurt && (age > 1 || (hurt && age > 2))))',
])('leaves %s as it is written', (source) => {
  expect(readGroup(source)).toBeUndefined()
})

it('needs no value where the comparison says it all', () => {
  expect(needsValue('known')).toBe(false)
})
