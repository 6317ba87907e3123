import { z } from 'zod'
import { plainText } from '../../schema/markup.ts'
import { defineNode } from '../../schema/node-definition.ts'
import { localise, Text } from '../../schema/text.ts'
import { phraseText } from '../kit/phrases.ts'
import { IdleHours, idleLimit } from '../kit/waiting-limit.ts'

/** The flow's own opening question about danger. The detector runs before it and besides it, and cannot be replaced by it. */
const Data = z.object({
  name: z.string().optional(),
  question: Text,
  help: Text.optional(),
  /** Labels of the two choices that always exist. */
  yes: Text,
  no: Text,
  /** Label of the third choice, for harm that is not this minute. Without it there is no such choice and no such way out. */
  third: Text.optional(),
  idleHours: IdleHours,
})
export type SafetyCheckData = z.infer<typeof Data>

export const definition = defineNode<SafetyCheckData>({
  type: 'safety-check',
  version: 1,
  name: 'Safety check',
  description: 'Asks whether anyone is in danger, before anything else is asked.',
  category: 'safety',
  icon: 'octagon-alert',
  data: Data,
  initial: (flow) => ({
    question: phraseText('safety.question', flow?.locales),
    help: phraseText('safety.help', flow?.locales),
    yes: phraseText('safety.yes', flow?.locales),
    no: phraseText('safety.no', flow?.locales),
    third: phraseText('safety.third', flow?.locales),
    idleHours: 20,
  }),
  outcomes: (data) => [
    { id: 'safe', label: 'Safe' },
    { id: 'emergency', label: 'Emergency' },
    ...(data.third === undefined ? [] : [{ id: 'safeguarding', label: 'Safeguarding' }]),
  ],
  summary: (data, locale) => plainText(localise(data.question, locale)),
  rests: { visitor: true },
  // Long silence is not safety: it leads out by no answer, so the contact is closed, and the visitor told what to do.
  closes: true,
  limits: (data) => idleLimit(data.idleHours),
  texts: (data) => [
    { field: 'question', text: data.question },
    { field: 'help', text: data.help, optional: true },
    { field: 'yes', text: data.yes },
    { field: 'no', text: data.no },
    ...(data.third === undefined ? [] : [{ field: 'third', text: data.third }]),
  ],
  migrations: {},
})
