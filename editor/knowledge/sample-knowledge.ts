import type { Gaps, TestQuestion } from '../../schema/api/improve.ts'
import type { KnowledgeDocument, Overview } from '../../schema/api/knowledge.ts'

/** A document as tests and stories show it. */
export const sampleDocument = (parts: Partial<KnowledgeDocument> = {}): KnowledgeDocument => ({
  id: 'doc_1',
  title: 'Lost and found property',
  collection: 'front-counter',
  live: 5,
  newest: {
    version: 5,
    fileName: 'lost-and-found.docx',
    status: 'approved',
    progress: null,
    pages: 4,
    warnings: [],
    problem: null,
    addedAt: '2026-05-03T09:00:00Z',
    addedBy: 'Meera Shah',
    decidedAt: '2026-05-04T09:00:00Z',
    decidedBy: 'Jo Lindqvist',
    mayApprove: true,
  },
  reviewOn: null,
  lastDay: null,
  expired: false,
  origin: null,
  cited: 412,
  ...parts,
})

const { newest } = sampleDocument()
export const sampleOverview: Overview = {
  collections: [
    { id: 'front-counter', name: 'Front counter', departments: [], documents: 3 },
    { id: 'neighbourhood', name: 'Neighbourhood', departments: ['neighbourhood'], documents: 2 },
    { id: 'operator-replies', name: 'Answers from operators', departments: [], documents: 1 },
  ],
  documents: [
    sampleDocument(),
    sampleDocument({
      id: 'doc_2',
      title: 'Hate crime: what to expect',
      live: null,
      cited: 0,
      newest: { ...newest, version: 1, fileName: 'hate-crime.docx', status: 'reading', progress: { done: 61, of: 94 } },
    }),
    sampleDocument({
      id: 'doc_3',
      title: 'Front counter opening hours',
      live: 8,
      cited: 120,
      newest: { ...newest, version: 9, fileName: 'hours.pdf', status: 'ready', warnings: ['Page 3 has no text.'] },
    }),
    sampleDocument({
      id: 'doc_4',
      title: 'Firework rules',
      collection: 'neighbourhood',
      lastDay: '2026-11-30',
      expired: true,
      cited: 0,
    }),
    sampleDocument({
      id: 'doc_5',
      title: 'Custody visiting scan',
      collection: 'neighbourhood',
      live: null,
      cited: 0,
      newest: { ...newest, version: 1, status: 'failed', problem: 'No text was found.' },
    }),
    sampleDocument({
      id: 'doc_6',
      title: 'Is the counter open on Sundays?',
      collection: 'operator-replies',
      live: null,
      cited: 0,
      origin: { question: 'Is the counter open on Sundays?', operator: 'Priya Nair', contactNumber: 48_188 },
      newest: { ...newest, version: 1, status: 'ready', fileName: 'Is the counter open on Sundays?' },
    }),
  ],
  answering: 2,
  passages: 94,
  model: null,
}

export const sampleGaps: Gaps = {
  asked: 412,
  answered: 290,
  helped: 201,
  notHelped: 31,
  notAnswered: 122,
  gaps: [
    ['Can I get my crime report for my insurance?', 86],
    ['What happens after I send dashcam video?', 61],
    ['Can I pay a speeding fine in chat?', 1],
  ].map(([name, count], at) => ({
    name: String(name),
    count: Number(count),
    lastAt: '2026-11-20T18:00:00Z',
    asked: [`ask_${at}`],
    questions: [
      { id: `ask_${at}`, at: '2026-11-20T18:00:00Z', question: String(name), outcome: 'not-answered' },
      { id: `ask_${at}b`, at: '2026-11-19T18:00:00Z', question: `${name} Please`, outcome: 'not-helpful' },
    ],
  })),
}

export const sampleTests: TestQuestion[] = [
  {
    id: 'tst_1',
    collection: 'front-counter',
    question: 'i found a phone on the bus',
    document: 'doc_1',
    result: 'failed',
    found: 'No document answers it.',
    ranAt: '2026-11-20T18:00:00Z',
  },
  {
    id: 'tst_2',
    collection: 'front-counter',
    question: 'How do I cook rice?',
    document: null,
    result: 'passed',
    found: 'No document answers it.',
    ranAt: '2026-11-20T18:00:00Z',
  },
]
