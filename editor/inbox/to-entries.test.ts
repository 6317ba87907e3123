import { expect, it } from 'vitest'
import { contactDetail } from '../testing/samples.ts'
import { toEntries } from './to-entries.ts'

const note = {
  id: 'note_1',
  kind: 'whisper' as const,
  author: { id: 'u2', name: 'Insp. Marsh' },
  text: 'Patrols start Monday',
  at: '2026-11-21T19:34:00Z',
}

it('puts notes between what was said, by time, and leaves places in the queue out', () => {
  const entries = toEntries(contactDetail({ notes: [note] }))
  expect(entries.map(({ key }) => key)).toEqual(['e1', 'e2', 'e3', 'e4', 'e5', 'e7', 'e8', 'note_1', 'e9'])
})

it('says of the operator’s last words how far they have come, and of no others', () => {
  const mark = (delivered: number, read: number) =>
    toEntries(contactDetail({ delivered, read })).flatMap((entry) =>
      entry.kind === 'event' && entry.mark ? [`${entry.event.seq} ${entry.mark}`] : [],
    )
  expect([mark(7, 7), mark(8, 7), mark(9, 9)]).toEqual([['8 sent'], ['8 delivered'], ['8 read']])
})
