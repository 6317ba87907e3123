import { expect, test } from 'vitest'
import { testContext } from '../kit/test-context.ts'
import type { RouteData } from './definition.ts'
import { runtime } from './runtime.ts'

const department = (id: string, name: string, open: boolean) => ({ id, name, open, operators: 2, waiting: 0 })
const data: RouteData = {
  rules: [
    { id: 'fraud', label: 'Fraud', department: 'fraud-desk', intents: ['fraud'] },
    { id: 'crime', label: 'Crime', department: 'crime-desk', intents: ['theft'] },
    { id: 'rest', label: 'Everything else', department: 'front-desk' },
  ],
  whenClosed: 'first',
}
const why = (outcome: string, crimeOpen: boolean, contact = {}) =>
  runtime.why?.(
    data,
    { outcome },
    testContext({
      contact: { intent: 'theft', ...contact },
      departments: [department('crime-desk', 'Crime desk', crimeOpen), department('front-desk', 'Front desk', true)],
    }),
  )

test('says which rule fits, what speaks against the others, and who is open', () => {
  expect(why('crime', true)).toEqual({
    words: '“Crime” fits, and Crime desk is open.',
    looked: [
      { at: 'Fraud', found: 'is for another intent', held: false },
      { at: 'Crime', found: 'fits. Crime desk is open', held: true },
      { at: 'Everything else', found: 'fits. Front desk is open', held: false },
    ],
  })
  expect(why('rest', false)?.looked[1]).toMatchObject({ found: 'fits. Crime desk is closed' })
  expect(why('crime', false, { verdict: 'emergency' })?.words).toBe(
    '“Crime” fits, and danger goes to the first rule that fits.',
  )
})
