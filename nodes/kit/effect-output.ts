import { z } from 'zod'
import { Citation } from '../../schema/message.ts'

/** `output` of a successful `http` effect: only for statuses 200 to 299. `body` is the parsed JSON, `null` without one. */
export const HttpOutput = z.object({ status: z.int(), body: z.unknown() })
export type HttpOutput = z.infer<typeof HttpOutput>

/** `output` of a successful `answer` effect. `answer` is markup; `null` when the documents hold no answer. */
export const AnswerOutput = z.object({ answer: z.string().nullable(), citations: z.array(Citation).default([]) })
export type AnswerOutput = z.infer<typeof AnswerOutput>
