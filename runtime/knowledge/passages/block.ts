import { z } from 'zod'

/** A piece of a document as a reader found it, in reading order. Text of a table has one line for each row, cells apart by ` | `. */
export const Block = z.object({
  kind: z.enum(['heading', 'paragraph', 'list', 'table']),
  text: z.string(),
  /** 1 to 6, of a heading. */
  level: z.int().min(1).max(6).optional(),
  /** Counted from 1, where the document has pages. */
  page: z.int().optional(),
})
export type Block = z.infer<typeof Block>
