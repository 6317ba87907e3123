import { z } from 'zod'
import { plainText } from '../../schema/markup.ts'
import { defineNode } from '../../schema/node-definition.ts'
import { localise, Text } from '../../schema/text.ts'
import { phraseText } from '../kit/phrases.ts'
import { IdleHours, idleLimit } from '../kit/waiting-limit.ts'

const Data = z.object({
  name: z.string().optional(),
  question: Text,
  /** What is asked: satisfaction from 1 to 5, recommending from 0 to 10, and own words. */
  csat: z.boolean().default(true),
  nps: z.boolean().default(false),
  comment: z.boolean().default(true),
  /** Said after an answer; built-in words without it. */
  thanks: Text.optional(),
  /** Asks also after an emergency or safeguarding verdict. Left out then by default. */
  always: z.boolean().default(false),
  idleHours: IdleHours,
})
export type SurveyData = z.infer<typeof Data>

export const definition = defineNode<SurveyData>({
  type: 'survey',
  version: 1,
  name: 'Survey',
  description: 'Asks how it was. Kept apart from who the visitor is.',
  category: 'people',
  icon: 'star',
  data: Data,
  initial: (flow) => Data.parse({ question: phraseText('survey.question', flow?.locales), idleHours: 1 }),
  outcomes: () => [
    { id: 'completed', label: 'Completed' },
    { id: 'skipped', label: 'Skipped', fallback: true },
  ],
  summary: (data, locale) => plainText(localise(data.question, locale)),
  rests: { visitor: true },
  limits: (data) => idleLimit(data.idleHours),
  texts: (data) => [
    { field: 'question', text: data.question },
    { field: 'thanks', text: data.thanks, optional: true },
  ],
  check: (data) =>
    data.csat || data.nps || data.comment
      ? []
      : [{ code: 'asks-nothing', severity: 'fault', field: 'csat', message: 'This survey asks nothing yet.' }],
  migrations: {},
})
