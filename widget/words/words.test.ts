import { expect, test } from 'vitest'
import { cy } from './cy.ts'
import { en } from './en.ts'
import { clockTime } from './words.ts'

test('says every place in the queue as people say it', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map(en.nth).join(' ')).toBe(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 103rd 111th',
  )
})

test('says times as visitors read them', () => {
  expect([0, 7, 12, 19].map((hour) => clockTime(new Date(2026, 10, 20, hour, 41).toISOString()))).toEqual([
    '12:41am',
    '7:41am',
    '12:41pm',
    '7:41pm',
  ])
})

test('leaves no English in the Welsh words', () => {
  const same = Object.entries(en).filter(([name, words]) => typeof words === 'string' && Object(cy)[name] === words)
  expect(same.map(([name]) => name)).toEqual([])
})
