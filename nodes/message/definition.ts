import { z } from 'zod'
import { plainText } from '../../schema/markup.ts'
import { defineNode } from '../../schema/node-definition.ts'
import { localise, Text } from '../../schema/text.ts'

/** What a message says: `text` is markup with `{{ variables }}`. */
const Data = z.object({ name: z.string().optional(), text: Text })
export type MessageData = z.infer<typeof Data>

export const definition = defineNode<MessageData>({
  type: 'message',
  version: 1,
  name: 'Message',
  description: 'Says something and goes on.',
  category: 'talk',
  icon: 'message-square',
  data: Data,
  initial: (flow) => ({ text: Object.fromEntries((flow?.locales ?? ['en-GB']).map((locale) => [locale, ''])) }),
  outcomes: () => [{ id: 'next', label: 'Next' }],
  summary: (data, locale) => plainText(localise(data.text, locale)),
  rests: {},
  texts: (data) => [{ field: 'text', text: data.text }],
  migrations: {},
})
