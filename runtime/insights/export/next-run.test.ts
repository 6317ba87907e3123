import { describe, expect, it } from 'vitest'
import { daysOfRun, nextRun } from './next-run.ts'

const zone = 'Europe/London'
const at = (iso: string) => Date.parse(iso)

describe('reports by mail', () => {
  it.each([
    ['day', '2026-11-20T06:59:00Z', '2026-11-20T07:00:00Z'],
    ['day', '2026-11-20T07:00:00Z', '2026-11-21T07:00:00Z'],
    ['day', '2026-07-01T05:00:00Z', '2026-07-01T06:00:00Z'],
    ['day', '2026-10-24T12:00:00Z', '2026-10-25T07:00:00Z'],
    ['week', '2026-11-20T12:00:00Z', '2026-11-23T07:00:00Z'],
    ['month', '2026-11-20T12:00:00Z', '2026-12-01T07:00:00Z'],
  ] as const)('go out every %s: after %s at %s', (every, now, next) => {
    expect(new Date(nextRun({ every, hour: 7 }, at(now), zone)).toISOString().slice(0, 19)).toBe(next.slice(0, 19))
  })

  it.each([
    ['day', '2026-11-20T07:00:00Z', { from: '2026-11-19', to: '2026-11-19' }],
    ['week', '2026-11-23T07:00:00Z', { from: '2026-11-16', to: '2026-11-22' }],
    ['month', '2026-12-01T07:00:00Z', { from: '2026-11-01', to: '2026-11-30' }],
    ['month', '2027-03-01T07:00:00Z', { from: '2027-02-01', to: '2027-02-28' }],
  ] as const)('of a %s tell of the one that is over', (every, run, days) => {
    expect(daysOfRun({ every, hour: 7 }, at(run), zone)).toEqual(days)
  })
})
