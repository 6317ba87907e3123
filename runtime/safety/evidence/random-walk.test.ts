import { expect, test } from 'vitest'
import { flowFiles, openWordRules, readFlow, runnable } from '../../../examples/play-flow.ts'
import { walkContact } from '../../testing/random-walk.ts'
import { assess } from '../assess.ts'

const detector = openWordRules()
const judge = (text: string, earlier: Parameters<typeof assess>[1]) => assess(text, earlier, detector)
/** `npm run bench walk` takes a hundred thousand. */
const walks = 150

test.each(flowFiles())('SAFE-13: contacts that do anything, while anything fails, find no dead end in %s', (file) => {
  const flow = runnable(readFlow(file).flow)
  for (let seed = 1; seed <= walks; seed++) {
    const { faults } = walkContact(flow, judge, seed)
    expect([seed, faults]).toEqual([seed, []])
  }
})
