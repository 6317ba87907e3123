import type { Tried } from '../../schema/api/knowledge.ts'

const text =
  'From 2 May 2024 we no longer record property found in a public place. Property found on a bus should be handed to the operator, who will keep it for 28 days.'
/** A question that was tried, as stories show it. */
export const sampleTried: Tried = {
  answer: {
    text: 'Property found on a bus should be handed to the operator, who will keep it for 28 days.',
    citations: [{ document: 'doc_1', version: 5, title: 'Lost and found property', passage: text, page: 2 }],
  },
  refused: false,
  confidence: 0.91,
  threshold: 0.5,
  passages: [
    {
      id: 'p1',
      document: 'doc_1',
      version: 5,
      title: 'Lost and found property',
      heading: 'Found on public transport',
      text,
      page: 2,
      quoted: { at: text.indexOf('Property found on'), end: text.length },
      byMeaning: 0.91,
      byWords: 7.4,
      share: 0.8,
    },
    {
      id: 'p3',
      document: 'doc_3',
      version: 8,
      title: 'Front counter opening hours',
      heading: '',
      text: 'The counter is open from nine.',
      page: null,
      quoted: null,
      byMeaning: 0.31,
      byWords: 1.2,
      share: 0.1,
    },
  ],
}
