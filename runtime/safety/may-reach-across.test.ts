import { expect, it } from 'vitest'
import { foldText } from '../../schema/emergency-words/fold-text.ts'
import { readLabelled } from './labelled/read-labelled.ts'
import { mayReachAcross } from './may-reach-across.ts'
import { openBook } from './open-book.ts'

const book = openBook()
const messages = readLabelled()

/** What the search over all messages as one text finds in the seam: slow, and what the quick question must never miss. */
function reaches(before: readonly string[], text: string): boolean {
  const prefix = `${before.join(' ')} `
  return book
    .find(foldText(prefix + text))
    .some(({ rule, start, end }) => rule.verdict === 'emergency' && start < prefix.length - 1 && end > prefix.length)
}

it('never says no where a cry for help goes on from one message into the next, wherever it is split', () => {
  let found = 0
  let spared = 0
  for (const { text, label } of messages.filter((_, index) => index % 4 === 0)) {
    const short = text.slice(0, 250)
    const spaces = [...short.matchAll(/ /g)].map(({ index }) => index)
    const cuts = label === 'emergency' ? spaces : spaces.slice(0, 3)
    for (const cut of cuts) {
      const [before, after] = [short.slice(0, cut), short.slice(cut + 1)]
      const may = mayReachAcross(book, [before], after)
      if (!may) spared++
      if (!reaches([before], after)) continue
      found++
      expect([before, after, may]).toEqual([before, after, true])
    }
  }
  expect(found).toBeGreaterThan(200)
  expect(spared).toBeGreaterThan(1_000)
})

it('nor over three messages, nor where single letters are sent one after the other', () => {
  for (const [before, text] of [
    [['he has', 'a'], 'knife'],
    [['he has got a k', 'n i'], 'f e'],
    [['he has a k n', 'i f'], 'e'],
    [['Theres a', 'man with a'], 'gun'],
  ] as const) {
    if (reaches(before, text)) expect([text, mayReachAcross(book, before, text)]).toEqual([text, true])
    expect(mayReachAcross(book, before, text) || !reaches(before, text)).toBe(true)
  }
  const [first = '', second = '', third = ''] = ['he is going', 'to kill', 'me please help']
  expect(reaches([first, second], third)).toBe(mayReachAcross(book, [first, second], third))
})
