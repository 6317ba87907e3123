import { z } from 'zod'
import { defineRoutes } from './route.ts'

const Id = z.object({ id: z.string().max(64) })
const staff = ['operator', 'supervisor'] as const
const reviewers = ['supervisor'] as const
const Named = z.object({ id: z.string(), label: z.string() })
const Phrase = z.string().trim().min(3).max(500)

/** What learning a phrase would change, on messages that were kept out of the learning. */
export const CorrectionEffect = z.object({
  /** Share of the flow's own examples that are understood, each judged by a model that never saw it. */
  before: z.number(),
  after: z.number(),
  examples: z.int(),
  /** What the phrase is taken for, and what it would be taken for. */
  phraseBefore: z.string(),
  phraseAfter: z.string(),
})
export type CorrectionEffect = z.infer<typeof CorrectionEffect>

export const Correction = z.object({
  id: z.string(),
  contact: z.string(),
  number: z.int(),
  /** What the visitor wrote. */
  words: z.string(),
  understood: Named,
  meant: Named,
  by: z.string(),
  at: z.string(),
  status: z.enum(['waiting', 'accepted', 'refused']),
  /** What was learned: the words without anything that names a person. */
  phrase: z.string(),
  decidedBy: z.string().nullable(),
  effect: CorrectionEffect.nullable(),
})
export type Correction = z.infer<typeof Correction>

/** What operators put right about intents, and what becomes of it. */
export const correctionsRoutes = defineRoutes({
  offer: {
    id: 'corrections.offer',
    method: 'get',
    path: '/api/contacts/{id}/intent',
    summary: 'What the visitor was taken to mean, by which words, and what else there is',
    access: staff,
    operation: 'consultation',
    params: Id,
    status: 200,
    response: z.object({
      words: z.string(),
      understood: Named,
      /** `teams`: ids of the departments that the flow sends it to. */
      intents: z.array(Named.extend({ teams: z.array(z.string()) })),
    }),
  },
  correct: {
    id: 'corrections.correct',
    method: 'post',
    path: '/api/contacts/{id}/intent',
    summary: 'Say what the visitor meant. A supervisor decides whether it is learned',
    access: staff,
    operation: 'alteration',
    params: Id,
    body: z.object({ meant: z.string().max(64) }),
    status: 204,
  },
  list: {
    id: 'corrections.list',
    method: 'get',
    path: '/api/corrections',
    summary: 'What operators of my departments put right: waiting first, then what was decided lately',
    access: reviewers,
    operation: 'consultation',
    status: 200,
    response: z.object({ corrections: z.array(Correction) }),
  },
  try: {
    id: 'corrections.try',
    method: 'post',
    path: '/api/corrections/{id}/try',
    summary: 'Measure what learning a phrase would change. Nothing is kept',
    access: reviewers,
    operation: 'none',
    params: Id,
    body: z.object({ phrase: Phrase }),
    status: 200,
    response: CorrectionEffect,
  },
  accept: {
    id: 'corrections.accept',
    method: 'post',
    path: '/api/corrections/{id}/accept',
    summary: 'Learn a phrase, at once and for all contacts. Refused when it would make more be misunderstood',
    access: reviewers,
    operation: 'setting',
    params: Id,
    body: z.object({ phrase: Phrase }),
    status: 200,
    response: Correction,
  },
  refuse: {
    id: 'corrections.refuse',
    method: 'post',
    path: '/api/corrections/{id}/refuse',
    summary: 'Do not learn it, or forget what was learned from it',
    access: reviewers,
    operation: 'setting',
    params: Id,
    status: 200,
    response: Correction,
  },
})
