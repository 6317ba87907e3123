import { z } from 'zod'
import { VariableName } from '../../schema/flow.ts'
import { plainText } from '../../schema/markup.ts'
import { defineNode } from '../../schema/node-definition.ts'
import { localise, Text } from '../../schema/text.ts'
import { checkField, fieldSettings, fieldTexts, offered } from '../kit/field-settings.ts'
import { emptyText } from '../kit/phrases.ts'
import { IdleHours, idleLimit } from '../kit/waiting-limit.ts'

const Data = z.object({
  name: z.string().optional(),
  question: Text,
  /** Variable that keeps the answer. */
  variable: VariableName.optional(),
  ...fieldSettings,
  /** Reads the answer back and asks whether it is right. */
  confirm: z.boolean().optional(),
  /** Answers that may fail before the flow goes on without one. */
  tries: z.int().min(1).max(10).default(3),
  idleHours: IdleHours,
})
export type QuestionData = z.infer<typeof Data>

export const definition = defineNode<QuestionData>({
  type: 'question',
  version: 1,
  name: 'Question',
  description: 'Asks for one thing, checks the answer, and remembers it.',
  category: 'talk',
  icon: 'message-circle-question-mark',
  data: Data,
  initial: (flow) => ({ question: emptyText(flow?.locales), kind: 'text', tries: 3, idleHours: 20 }),
  outcomes: (data) => [
    { id: 'answered', label: 'Answered' },
    ...(data.optional ? [{ id: 'skipped', label: 'Skipped' }] : []),
    { id: 'gave-up', label: 'Gave up', fallback: true },
  ],
  summary: (data, locale) => plainText(localise(data.question, locale)),
  rests: { visitor: true },
  limits: (data) => idleLimit(data.idleHours),
  texts: (data) => [{ field: 'question', text: data.question }, ...fieldTexts(data)],
  writes: (data) =>
    data.variable ? [{ field: 'variable', variable: data.variable, after: ['answered'], choices: offered(data) }] : [],
  check: (data, { flow }) => [
    ...checkField(data, flow.variables),
    ...(data.variable
      ? []
      : [
          {
            code: 'answer-not-kept',
            severity: 'advice' as const,
            field: 'variable',
            message: 'The answer is not kept in a variable. Nobody could use it later.',
          },
        ]),
  ],
  migrations: {},
})
