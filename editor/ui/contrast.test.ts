import { expect, it } from 'vitest'
import { contrastOf, enoughContrast, nearestShade } from './contrast.ts'

it('measures as WCAG does', () => {
  expect(contrastOf('#000', '#ffffff')).toBeCloseTo(21)
  expect(contrastOf('#777777', '#fff')).toBeCloseTo(4.48, 2)
  expect(contrastOf('navy', '#fff')).toBeUndefined()
})

it.each([
  ['#7fb0e8', '#ffffff'],
  ['#ffc83d', '#ffffff'],
  ['#17365c', '#222222'],
])('offers a shade of %s on which %s can be read', (ground, text) => {
  const shade = nearestShade(ground, text)
  expect(contrastOf(shade ?? '', text)).toBeGreaterThanOrEqual(enoughContrast)
})

it('leaves a colour that passes as it is', () => expect(nearestShade('#17365c', '#ffffff')).toBe('#17365c'))
