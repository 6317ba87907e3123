import { z } from 'zod'
import { Message } from './message.ts'
import { Prompt } from './prompt.ts'
import { Locale } from './text.ts'

/** What a contact's log holds and its streams carry. `seq` counts from 1 without gaps; `at` is an ISO instant. */
const body = {
  message: Message.extend({ type: z.literal('message'), key: z.string().optional(), lang: Locale.optional() }),
  prompt: Prompt.extend({ type: z.literal('prompt'), lang: Locale.optional() }),
  advice: z.object({
    type: z.literal('advice'),
    verdict: z.enum(['emergency', 'safeguarding']),
    /** Markup, one paragraph each; the first is the heading. */
    lines: z.array(z.string()),
    lang: Locale.optional(),
  }),
  queue: z.object({ type: z.literal('queue'), position: z.int().min(0), wait_seconds: z.number().optional() }),
  operator: z.object({ type: z.literal('operator'), state: z.enum(['joined', 'left', 'typing']), name: z.string() }),
  closed: z.object({ type: z.literal('closed'), reason: z.string() }),
  locale: z.object({ type: z.literal('locale'), locale: Locale }),
}

/** An event before the log has given it its number and time. */
export const EventBody = z.discriminatedUnion('type', [
  body.message,
  body.prompt,
  body.advice,
  body.queue,
  body.operator,
  body.closed,
  body.locale,
])
export type EventBody = z.infer<typeof EventBody>

const numbered = { seq: z.int().min(1), at: z.string() }

/** An event of the log, as visitors and staff receive it. */
export const Event = z.discriminatedUnion('type', [
  body.message.extend(numbered),
  body.prompt.extend(numbered),
  body.advice.extend(numbered),
  body.queue.extend(numbered),
  body.operator.extend(numbered),
  body.closed.extend(numbered),
  body.locale.extend(numbered),
])
export type Event = z.infer<typeof Event>
