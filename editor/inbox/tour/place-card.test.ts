import { expect, test } from 'vitest'
import { placeCard } from './place-card.ts'

const card = { width: 320, height: 180 }
const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }

test('stands beside its target, where all of it fits', () => {
  expect(placeCard({ left: 64, top: 48, width: 264, height: 600 }, card, wide)).toEqual({ left: 340, top: 48 })
  expect(placeCard({ left: 1200, top: 700, width: 220, height: 190 }, card, wide)).toEqual({ left: 868, top: 700 })
  expect(placeCard({ left: 0, top: 0, width: 1440, height: 60 }, card, wide)).toEqual({ left: 12, top: 72 })
  expect(placeCard({ left: 0, top: 700, width: 390, height: 100 }, card, narrow)).toEqual({ left: 12, top: 508 })
})

test('stays within the window, whatever its target is', () => {
  expect(placeCard(undefined, card, narrow)).toEqual({ left: 35, top: 640 })
  expect(placeCard({ left: -50, top: -50, width: 2000, height: 2000 }, card, wide)).toEqual({ left: 1108, top: 708 })
  expect(placeCard({ left: 100, top: 880, width: 100, height: 20 }, card, wide)).toEqual({ left: 212, top: 708 })
})
