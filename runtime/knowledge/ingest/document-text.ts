import { z } from 'zod'
import { Block } from '../passages/block.ts'

/** What a reader got out of a file. */
export const DocumentText = z.object({
  /** What the document calls itself, where it does. */
  title: z.string().optional(),
  blocks: z.array(Block),
  pages: z.int().optional(),
  /** What a person should know before they approve it, each in one sentence. */
  warnings: z.array(z.string()),
})
export type DocumentText = z.infer<typeof DocumentText>

/** A file that can't be read, with the reason as a sentence for the person who gave it. */
export class UnreadableDocument extends Error {}
