import { z } from 'zod'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import { plainText } from '../../schema/markup.ts'
import { defineNode } from '../../schema/node-definition.ts'
import { localise, Text } from '../../schema/text.ts'
import { phraseText } from '../kit/phrases.ts'
import { IdleHours, idleLimit } from '../kit/waiting-limit.ts'

/** A contact that waits longer for an optional answer is open for no reason: its figures and its reference wait with it. */
const longestSensible = 4

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
  /** Who has not answered after so long, in hours, has left. */
  idleHours: IdleHours.default(0.5),
})
export type SurveyData = z.infer<typeof Data>

export const definition = defineNode<SurveyData>({
  type: 'survey',
  version: 2,
  name: 'Survey',
  description: 'Asks how it was. Kept apart from who the visitor is.',
  category: 'people',
  icon: 'star',
  data: Data,
  initial: (flow) => Data.parse({ question: phraseText('survey.question', flow?.locales) }),
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
  check: (data) => {
    const issues: Omit<FlowIssue, 'node'>[] = []
    if (!data.csat && !data.nps && !data.comment)
      issues.push({ code: 'asks-nothing', severity: 'fault', field: 'csat', message: 'This survey asks nothing yet.' })
    if (data.idleHours > longestSensible)
      issues.push({
        code: 'waits-long',
        severity: 'advice',
        field: 'idleHours',
        message: `The contact stays open for ${data.idleHours} hours where nobody answers. Half an hour is enough for most.`,
      })
    return issues
  },
  migrations: {
    // A survey without a waiting time waited as long as a question does.
    1: (data) => ({ ...data, idleHours: data.idleHours ?? 20 }),
  },
})
