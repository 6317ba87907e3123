import { expect, it } from 'vitest'
import type { Event } from '../../schema/event.ts'
import { lastWords } from './suggest.ts'

const at = '2026-11-28T18:00:00Z'
const said = (seq: number, from: 'visitor' | 'operator', text: string): Event => ({
  type: 'message',
  from,
  text,
  seq,
  at,
})
const asks = (seq: number, labels: string[]): Event => ({
  type: 'prompt',
  node: 'kind',
  expects: 'choice',
  choices: labels.map((label) => ({ value: label, label })),
  seq,
  at,
})

it('takes what a visitor wrote since anybody answered for what they ask, and not what they chose from a list', () => {
  const chose = [
    asks(1, ['Yes, someone is in danger', 'No, nobody is in danger']),
    said(2, 'visitor', 'No, nobody is in danger'),
  ]
  expect(lastWords(chose)).toBe('')
  expect(lastWords([...chose, said(3, 'visitor', 'Where is my bike?')])).toBe('Where is my bike?')
  expect(lastWords([...chose, said(3, 'visitor', 'Where is my bike?'), said(4, 'operator', 'Here')])).toBe('')
})
