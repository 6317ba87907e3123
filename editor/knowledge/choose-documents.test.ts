import { expect, it } from 'vitest'
import { chooseDocuments } from './choose-documents.ts'
import { sampleOverview } from './sample-knowledge.ts'

const now = Date.parse('2026-11-20T09:00:00Z')
const chosen = (show: string, text = '') =>
  chooseDocuments(sampleOverview.documents, { show, text }, now).map(({ id }) => id)

it('shows all, those of a collection, or those about which something is to be done', () => {
  expect(chosen('all')).toHaveLength(6)
  expect(chosen('neighbourhood')).toEqual(['doc_4', 'doc_5'])
  expect(chosen('to-approve')).toEqual(['doc_3'])
  expect(chosen('to-expiring')).toEqual(['doc_4'])
  expect(chosen('to-failed')).toEqual(['doc_5'])
  expect(chosen('to-proposed')).toEqual(['doc_6'])
})

it('finds a document by its title or its file, within what is shown', () => {
  expect(chosen('all', ' HOURS.pdf ')).toEqual(['doc_3'])
  expect(chosen('neighbourhood', 'hours')).toEqual([])
})
