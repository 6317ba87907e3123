import { z } from 'zod'

export const ReaderStart = z.object({ name: z.string() })

/** What the process that reads a file says on its way. The text itself comes on its standard output. */
export const ReaderReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('page'), page: z.int(), pages: z.int() }),
  z.object({ kind: z.literal('unreadable'), reason: z.string() }),
])
export type ReaderReply = z.infer<typeof ReaderReply>
