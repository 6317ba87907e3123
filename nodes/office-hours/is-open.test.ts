import { describe, expect, it } from 'vitest'
import { definition } from './definition.ts'
import { isOpen } from './is-open.ts'

const nine = [{ from: '09:00', to: '17:00' }]
const office = definition.data.parse(definition.initial())
const night = definition.data.parse({ week: { sat: [{ from: '22:00', to: '06:00' }] } })
const always = [{ from: '00:00', to: '24:00' }]
const london = 'Europe/London'

describe('isOpen', () => {
  it.each([
    ['in winter, when clocks show UTC', '2026-11-20T09:00:00Z', true],
    ['a minute before, in winter', '2026-11-20T08:59:59Z', false],
    ['at the end it is closed', '2026-11-20T17:00:00Z', false],
    ['in summer, when clocks are an hour ahead', '2026-07-03T08:00:00Z', true],
    ['in summer, at 17:00 on the wall', '2026-07-03T16:00:00Z', false],
    ['the Monday after clocks went forward', '2026-03-30T08:00:00Z', true],
    ['the Monday after clocks went back', '2026-10-26T08:30:00Z', false],
    ['at the weekend', '2026-11-21T12:00:00Z', false],
    ['on a bank holiday', '2026-12-28T12:00:00Z', false],
  ])('%s', (_, now, open) => {
    expect(isOpen(office, now, london)).toBe(open)
  })

  it('lets hours past midnight belong to the evening they begin on, also in the night of the change', () => {
    const at = (now: string) => isOpen(night, now, london)
    expect(at('2026-10-24T21:30:00Z')).toBe(true)
    // The clocks go back at 02:00 on Sunday 25 October: 06:00 comes an hour later.
    expect(at('2026-10-25T05:59:00Z')).toBe(true)
    expect(at('2026-10-25T06:00:00Z')).toBe(false)
    expect(at('2026-10-25T22:30:00Z')).toBe(false)
  })

  it('can be open all day and all night', () => {
    const data = definition.data.parse({ week: { mon: always, tue: always } })
    expect(isOpen(data, '2026-11-23T23:59:59Z', london)).toBe(true)
    expect(isOpen(data, '2026-11-24T00:00:00Z', london)).toBe(true)
    expect(isOpen(data, '2026-11-25T00:00:00Z', london)).toBe(false)
  })

  it('puts special days before bank holidays and the week', () => {
    const data = definition.data.parse({
      ...office,
      special: [
        { date: '2026-12-28', label: 'Open for once', hours: nine },
        { date: '2026-11-20', label: 'Training', hours: [] },
      ],
    })
    expect(isOpen(data, '2026-12-28T12:00:00Z', london)).toBe(true)
    expect(isOpen(data, '2026-11-20T12:00:00Z', london)).toBe(false)
  })

  it('follows the zone of its settings', () => {
    expect(isOpen(office, '2026-11-20T03:00:00Z', 'Asia/Tokyo')).toBe(true)
  })
})
