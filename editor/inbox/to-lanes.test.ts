import { expect, it } from 'vitest'
import { contactSummary } from '../testing/samples.ts'
import { toLanes } from './to-lanes.ts'

it('puts every open contact in one place, in the order it came', () => {
  const priya = { id: 'u1', name: 'Priya Nair' }
  const contacts = [
    contactSummary({ id: 'a', status: 'waiting' }),
    contactSummary({ id: 'b', status: 'with-operator', owner: priya }),
    contactSummary({ id: 'c', status: 'with-operator', owner: { id: 'u2', name: 'Tom Ashworth' } }),
    contactSummary({ id: 'd', status: 'automated' }),
    contactSummary({ id: 'e', status: 'waiting' }),
    contactSummary({ id: 'f', status: 'closed' }),
  ]
  const lanes = toLanes(contacts, 'u1')
  expect(Object.values(lanes).map((lane) => lane.map(({ id }: { id: string }) => id))).toEqual([
    ['a', 'e'],
    ['b'],
    ['c'],
    ['d'],
  ])
})
