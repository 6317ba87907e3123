import { z } from 'zod'
import { plainText } from '../../schema/markup.ts'
import { defineNode } from '../../schema/node-definition.ts'
import { localise, Text } from '../../schema/text.ts'
import { phraseText } from '../kit/phrases.ts'

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
  }),
  outcomes: (data) => [
    { id: 'safe', label: 'Safe' },
    { id: 'emergency', label: 'Emergency' },
    ...(data.third === undefined ? [] : [{ id: 'safeguarding', label: 'Safeguarding' }]),
  ],
  summary: (data, locale) => plainText(localise(data.question, locale)),
  rests: { visitor: true },
  texts: (data) => [
    { field: 'question', text: data.question },
    { field: 'help', text: data.help, optional: true },
    { field: 'yes', text: data.yes },
    { field: 'no', text: data.no },
    ...(data.third === undefined ? [] : [{ field: 'third', text: data.third }]),
  ],
  migrations: {},
})
