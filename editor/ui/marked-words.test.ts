import { expect, it } from 'vitest'
import { partsOf } from './marked-words.tsx'

const at = (start: number, end: number) => ({
  layer: 'words',
  rule: 'r',
  explanation: '',
  span: [start, end] as [number, number],
})

it('marks the words of the evidence, joins what overlaps, and cuts what lies outside', () => {
  expect(partsOf('hes got a knife', [at(10, 40), at(0, 7), at(4, 9)])).toEqual([
    { start: 0, text: 'hes got', marked: true },
    { start: 7, text: ' a', marked: true },
    { start: 9, text: ' ', marked: false },
    { start: 10, text: 'knife', marked: true },
  ])
  expect(partsOf('hello', [])).toEqual([{ start: 0, text: 'hello', marked: false }])
})

it('marks the whole message only where no evidence points at words in it', () => {
  expect(partsOf('hes got a knife', [at(0, 15)])).toEqual([{ start: 0, text: 'hes got a knife', marked: true }])
  expect(partsOf('hes got a knife', [at(0, 15), at(10, 15)])).toEqual([
    { start: 0, text: 'hes got a ', marked: false },
    { start: 10, text: 'knife', marked: true },
  ])
})
