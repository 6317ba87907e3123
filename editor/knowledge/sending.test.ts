import { expect, it } from 'vitest'
import { largestDocument } from '../../schema/api/knowledge.ts'
import { ApiError } from '../api.ts'
import { createSending } from './sending.ts'

const file = (name: string, size = 3) => Object.defineProperty(new File(['abc'], name), 'size', { value: size })
const to = { collection: 'general' }

function open(refused: Set<string>) {
  const asked: string[] = []
  const done: string[] = []
  const sending = createSending(
    async ({ name }, _to, onSent) => {
      asked.push(name)
      onSent(2)
      await Promise.resolve()
      if (refused.has(name)) throw new ApiError('offline', 'Signpost can’t be reached.')
    },
    (name) => done.push(name),
  )
  return { sending, asked, done }
}

it('goes on with the others where one is refused, and tries that one again when it is asked to', async () => {
  const refused = new Set(['b.pdf'])
  const { sending, asked, done } = open(refused)
  sending.add([file('a.pdf'), file('b.pdf'), file('c.pdf')], to)
  await expect.poll(() => done).toEqual(['a.pdf', 'c.pdf'])
  const why = 'Signpost can’t be reached.'
  expect(sending.files()).toMatchObject([{ name: 'b.pdf', sent: null, failed: { why, again: true } }])

  refused.clear()
  sending.again(sending.files()[0]?.key ?? -1)
  await expect.poll(() => done).toEqual(['a.pdf', 'c.pdf', 'b.pdf'])
  expect(asked).toEqual(['a.pdf', 'b.pdf', 'c.pdf', 'b.pdf'])
  expect(sending.files()).toEqual([])
})

it('says of each file how much of it is there, one file at a time', async () => {
  const seen: (number | null)[][] = []
  const { sending, done } = open(new Set())
  sending.subscribe(() => seen.push(sending.files().map(({ sent }) => sent)))
  sending.add([file('a.pdf'), file('b.pdf')], to)
  await expect.poll(() => done).toHaveLength(2)
  expect(seen).toEqual([[null, null], [0, null], [2, null], [null], [0], [2], []])
})

it('sends nothing that the server would not take for its size, and lets it be left out', async () => {
  const { sending, asked } = open(new Set())
  sending.add([file('large.pdf', largestDocument + 1), file('full.pdf', largestDocument)], to)
  await expect.poll(() => asked).toEqual(['full.pdf'])
  const why = 'It has 51 MB, and 50 MB is the most.'
  await expect.poll(() => sending.files()).toMatchObject([{ name: 'large.pdf', failed: { why, again: false } }])
  sending.leaveOut(sending.files()[0]?.key ?? -1)
  expect(sending.files()).toEqual([])
})
