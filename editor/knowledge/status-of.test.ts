import { expect, it } from 'vitest'
import { sampleDocument } from './sample-knowledge.ts'
import { statusOf } from './status-of.ts'

const now = Date.parse('2026-11-20T09:00:00Z')
const newest = sampleDocument().newest
const shown = (parts: Parameters<typeof sampleDocument>[0]) => {
  const { label, toDo } = statusOf(sampleDocument(parts), now)
  return [label, toDo]
}

it('says how a document stands and what is to be done', () => {
  expect(shown({})).toEqual(['Approved', undefined])
  expect(shown({ newest: { ...newest, status: 'reading' } })).toEqual(['Being read', undefined])
  expect(shown({ live: null, newest: { ...newest, status: 'failed', problem: 'No text was found.' } })).toEqual([
    'No text was found.',
    'failed',
  ])
  expect(shown({ live: null, newest: { ...newest, status: 'ready' } })).toEqual(['To approve', 'approve'])
  expect(shown({ live: 4, newest: { ...newest, version: 5, status: 'ready' } })).toEqual([
    'Version 5 to approve',
    'approve',
  ])
  expect(
    shown({ live: null, newest: { ...newest, status: 'ready' }, origin: { question: 'q', operator: 'Priya Nair' } }),
  ).toEqual(['Proposed', 'proposed'])
  expect(shown({ live: null, newest: { ...newest, status: 'refused' } })).toEqual(['Not used', undefined])
})

it('asks for the new version of a document that ended, and says when a new one could not be read while the old one answers', () => {
  const expired = { lastDay: '2026-11-19', expired: true }
  expect(shown({ ...expired, newest: { ...newest, version: 6, status: 'ready' } })).toEqual([
    'Version 6 to approve',
    'approve',
  ])
  expect(shown({ newest: { ...newest, version: 6, status: 'failed', problem: 'No text was found.' } })).toEqual([
    'Version 6 could not be read',
    'failed',
  ])
})

it('warns a month before a document ends or has to be looked at, and says when it has ended', () => {
  expect(shown({ lastDay: '2026-11-30' })).toEqual(['Expires in 10 days', 'expiring'])
  expect(shown({ lastDay: '2026-11-19', expired: true })).toEqual(['Expired, not used', 'expiring'])
  expect(shown({ lastDay: '2027-11-19' })).toEqual(['Approved', undefined])
  expect(shown({ reviewOn: '2026-11-21' })).toEqual(['Review tomorrow', 'expiring'])
  expect(shown({ reviewOn: '2026-11-01' })).toEqual(['Review is due', 'expiring'])
})
