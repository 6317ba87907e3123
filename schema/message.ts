import { z } from 'zod'

/** Where an answer comes from: a passage of an approved document, in the version that was read. */
export const Citation = z.object({
  document: z.string(),
  version: z.int(),
  title: z.string(),
  passage: z.string(),
  /** What stands right before the passage in its document, and right after it. */
  before: z.string().optional(),
  after: z.string().optional(),
  page: z.int().optional(),
  url: z.string().optional(),
})
export type Citation = z.infer<typeof Citation>

export const speakers = ['flow', 'operator', 'visitor', 'system'] as const

/** Something said. `text` is plain text with the markup of `markup.ts`. */
export const Message = z.object({
  from: z.enum(speakers),
  text: z.string(),
  citations: z.array(Citation).optional(),
  /** The operator's name. */
  name: z.string().optional(),
})
export type Message = z.infer<typeof Message>
