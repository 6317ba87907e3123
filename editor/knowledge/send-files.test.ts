import { expect, it } from 'vitest'
import { largestDocument } from '../../schema/api/knowledge.ts'
import { ApiError } from '../api.ts'
import { sendFiles } from './send-files.ts'

const file = (name: string, size = 3) => Object.defineProperty(new File(['abc'], name), 'size', { value: size })

it('goes on with the others where one is refused, and says of each why', async () => {
  const asked: string[] = []
  const done = await sendFiles([file('a.pdf'), file('b.pdf'), file('c.pdf')], async ({ name }) => {
    asked.push(name)
    if (name === 'b.pdf') throw new ApiError('bad-request', 'The file is empty.')
  })
  expect(asked).toEqual(['a.pdf', 'b.pdf', 'c.pdf'])
  expect(done).toEqual({ sent: ['a.pdf', 'c.pdf'], failed: [{ name: 'b.pdf', why: 'The file is empty.' }] })
})

it('sends nothing that the server would not take for its size', async () => {
  const asked: string[] = []
  const files = [file('large.pdf', largestDocument + 1), file('full.pdf', largestDocument)]
  const done = await sendFiles(files, async ({ name }) => void asked.push(name))
  expect(asked).toEqual(['full.pdf'])
  expect(done.failed).toEqual([{ name: 'large.pdf', why: 'It has 51 MB, and 50 MB is the most.' }])
})
