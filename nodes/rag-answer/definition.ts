import { z } from 'zod'
import { plainText } from '../../schema/markup.ts'
import { defineNode } from '../../schema/node-definition.ts'
import { localise, Text } from '../../schema/text.ts'
import { IdleHours, idleLimit } from '../kit/waiting-limit.ts'

const Data = z.object({
  name: z.string().optional(),
  /** An expression that gives the question; the visitor's last words without it. */
  from: z.string().max(2_000).optional(),
  /** Asked when there are no words to go by; built-in words without it. */
  ask: Text.optional(),
  /** Ids of the collections to look in. None means every one that the flow's force has approved. */
  collections: z.array(z.string().max(64)).max(50).default([]),
  /** Asks afterwards whether the answer helped. */
  helped: z.boolean().default(false),
  helpedText: Text.optional(),
  /** Said when there is no answer to be found, before `not-answered`; built-in words without it. */
  notFound: Text.optional(),
  idleHours: IdleHours,
})
export type RagAnswerData = z.infer<typeof Data>

export const definition = defineNode<RagAnswerData>({
  type: 'rag-answer',
  version: 1,
  name: 'RAG answer',
  description: 'Answers from the approved documents, and says so when they hold no answer.',
  category: 'knowledge',
  icon: 'book-open',
  data: Data,
  initial: () => Data.parse({}),
  outcomes: () => [
    { id: 'answered', label: 'Answered' },
    { id: 'not-answered', label: 'Not answered', fallback: true },
  ],
  summary: (data, locale) =>
    plainText(localise(data.ask, locale)) || `From ${data.collections.join(', ') || 'all collections'}`,
  rests: { visitor: true, effect: 'answer' },
  limits: (data) => idleLimit(data.idleHours),
  texts: (data) => [
    { field: 'ask', text: data.ask, optional: true },
    { field: 'helpedText', text: data.helpedText, optional: true },
    { field: 'notFound', text: data.notFound, optional: true },
  ],
  expressions: (data) => (data.from === undefined ? [] : [{ field: 'from', source: data.from, expected: ['string'] }]),
  migrations: {},
})
