import { z } from 'zod'
import { CollectionId } from './knowledge.ts'
import { defineRoutes } from './route.ts'

const editors = ['designer', 'admin'] as const
const Id = z.object({ id: z.string().max(64) })
const Question = z.string().trim().min(3).max(500)

/** A question that no document answered, or whose answer did not help. Whose it was is not told: nobody needs it here. */
export const AskedQuestion = z.object({
  id: z.string(),
  at: z.string(),
  question: z.string(),
  outcome: z.enum(['not-answered', 'not-helpful']),
})
export type AskedQuestion = z.infer<typeof AskedQuestion>

/** Questions that say much the same and that the documents leave open. */
export const Gap = z.object({
  /** The most typical of its questions. */
  name: z.string(),
  count: z.int(),
  lastAt: z.string(),
  /** Ids of all of them, for putting them away. */
  asked: z.array(z.string()),
  /** The most typical ones. */
  questions: z.array(AskedQuestion),
})
export type Gap = z.infer<typeof Gap>

export const Gaps = z.object({
  /** Questions of the period: all, answered, left open, and what was said of the answers. */
  asked: z.int(),
  answered: z.int(),
  helped: z.int(),
  notHelped: z.int(),
  notAnswered: z.int(),
  gaps: z.array(Gap),
})
export type Gaps = z.infer<typeof Gaps>

export const TestQuestion = z.object({
  id: z.string(),
  collection: z.string(),
  question: z.string(),
  /** The document that has to answer; null where none may. */
  document: z.string().nullable(),
  result: z.enum(['passed', 'failed']).nullable(),
  /** What was found, in a sentence. */
  found: z.string().nullable(),
  ranAt: z.string().nullable(),
})
export type TestQuestion = z.infer<typeof TestQuestion>

/** What makes the documents better: what they left open, and questions that must go on being answered. */
export const improveRoutes = defineRoutes({
  gaps: {
    id: 'knowledge.gaps',
    method: 'get',
    path: '/api/knowledge/gaps',
    summary: 'Questions that the documents left open, alike ones together, most asked first',
    access: editors,
    operation: 'consultation',
    query: z.object({
      days: z.coerce.number().int().min(1).max(366).default(28),
      department: z.string().max(64).optional(),
    }),
    status: 200,
    response: Gaps,
  },
  putAway: {
    id: 'knowledge.put-gap-away',
    method: 'post',
    path: '/api/knowledge/gaps/put-away',
    summary: 'Put questions away: no document need answer them',
    access: editors,
    operation: 'alteration',
    body: z.object({ asked: z.array(z.string().max(64)).min(1).max(2_000) }),
    status: 204,
  },
  tests: {
    id: 'knowledge.tests',
    method: 'get',
    path: '/api/knowledge/tests',
    summary: 'Test questions with what came of them the last time',
    access: editors,
    operation: 'none',
    status: 200,
    response: z.object({ tests: z.array(TestQuestion) }),
  },
  addTest: {
    id: 'knowledge.add-test',
    method: 'post',
    path: '/api/knowledge/tests',
    summary: 'Add a test question: the document that has to answer it, or none',
    access: editors,
    operation: 'setting',
    body: z.object({ collection: CollectionId, question: Question, document: z.string().max(64).nullable() }),
    status: 201,
    response: TestQuestion,
  },
  removeTest: {
    id: 'knowledge.remove-test',
    method: 'delete',
    path: '/api/knowledge/tests/{id}',
    summary: 'Take a test question away',
    access: editors,
    operation: 'setting',
    params: Id,
    status: 204,
  },
  runTests: {
    id: 'knowledge.run-tests',
    method: 'post',
    path: '/api/knowledge/tests/run',
    summary: 'Ask every test question now',
    access: editors,
    operation: 'none',
    status: 200,
    response: z.object({ tests: z.array(TestQuestion) }),
  },
  propose: {
    id: 'knowledge.propose',
    method: 'post',
    path: '/api/contacts/{id}/proposed-answers',
    summary: 'Propose an operator’s reply as an answer: it answers nothing before somebody approves it',
    access: ['operator', 'supervisor'],
    operation: 'collection',
    params: Id,
    body: z.object({ question: Question, answer: z.string().trim().min(3).max(8_000) }),
    status: 201,
    response: z.object({ id: z.string() }),
  },
})
