import { expect, it } from 'vitest'
import { sayFilters } from './say-filters.ts'

const choices = {
  departments: [{ id: 'crime-desk', name: 'Crime desk' }],
  sites: [{ id: 'ste_1', name: 'northmoor.example' }],
  flows: [{ id: '101', name: '101 web chat', versions: [2, 1] }],
}
const period = { from: '2026-11-01', to: '2026-11-20' }

it('says on paper which contacts are counted, by name', () => {
  expect(sayFilters({}, choices, period)).toBe(
    '1 to 20 November 2026 · compared with the days before · department: all · contact type: all · site: all · flow: all',
  )
  const narrow = { department: 'crime-desk', intent: 'lost_property', site: 'ste_1', flow: '101', version: 2 } as const
  expect(sayFilters({ compare: 'none', ...narrow }, choices, period)).toBe(
    '1 to 20 November 2026 · department: Crime desk · contact type: Lost property · site: northmoor.example · flow: 101 web chat, version 2',
  )
})
