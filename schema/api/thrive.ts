import { z } from 'zod'
import { ThriveJudgement } from '../thrive.ts'
import { defineRoutes } from './route.ts'

const staff = ['operator', 'supervisor'] as const
const Id = z.object({ id: z.string().max(64) })
const Person = z.object({ id: z.string(), name: z.string() })

/** A judgement as somebody signed it. It stands; the next one is another record. */
export const ThriveRecord = ThriveJudgement.extend({
  id: z.string(),
  signedBy: Person,
  signedAt: z.string(),
  /** Why the grade was lowered. */
  reason: z.string().nullable(),
  /** `waiting`: a second person has to agree before it holds. */
  status: z.enum(['holds', 'waiting', 'refused']),
  second: Person.nullable(),
  /** When it has to be looked at again. */
  reviewAt: z.string().nullable(),
})
export type ThriveRecord = z.infer<typeof ThriveRecord>

export const toldKinds = ['will-attend', 'will-not-attend', 'will-contact', 'reference', 'kept'] as const
/** What the visitor was told. Nobody changes it; `kept` says that a promise was kept, or has been replaced. */
export const ToldFact = z.object({
  id: z.string(),
  kind: z.enum(toldKinds),
  words: z.string(),
  dueAt: z.string().nullable(),
  reference: z.string().nullable(),
  of: z.string().nullable(),
  by: Person,
  at: z.string(),
})
export type ToldFact = z.infer<typeof ToldFact>

export const thriveRoutes = defineRoutes({
  get: {
    id: 'thrive.get',
    method: 'get',
    path: '/api/contacts/{id}/thrive',
    summary: 'How a contact was judged, newest first, with a proposal for the next, and what the visitor was told',
    access: staff,
    operation: 'consultation',
    params: Id,
    status: 200,
    response: z.object({
      records: z.array(ThriveRecord),
      /** Put together from the assessments: a person reads it, changes it and signs. */
      proposal: ThriveJudgement,
      told: z.array(ToldFact),
    }),
  },
  sign: {
    id: 'thrive.sign',
    method: 'post',
    path: '/api/contacts/{id}/thrive',
    summary: 'Sign a judgement. A lower grade needs a reason, and from a high one a second person',
    access: staff,
    operation: 'alteration',
    params: Id,
    body: ThriveJudgement.extend({ reason: z.string().trim().max(1_000).optional() }),
    status: 200,
    response: ThriveRecord,
  },
  agree: {
    id: 'thrive.agree',
    method: 'post',
    path: '/api/thrive/{id}/agree',
    summary: 'The second person agrees that a grade is lowered, or does not',
    access: ['supervisor'],
    operation: 'alteration',
    params: Id,
    body: z.object({ agree: z.boolean() }),
    status: 200,
    response: ThriveRecord,
  },
  tell: {
    id: 'told.add',
    method: 'post',
    path: '/api/contacts/{id}/told',
    summary: 'Keep what the visitor was told about what police will do',
    access: staff,
    operation: 'alteration',
    params: Id,
    body: z.object({
      kind: z.enum(toldKinds),
      words: z.string().trim().min(1).max(500),
      dueAt: z.iso.datetime({ offset: true }).optional(),
      reference: z.string().trim().max(60).optional(),
      of: z.string().max(64).optional(),
    }),
    status: 200,
    response: ToldFact,
  },
})
