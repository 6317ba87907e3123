import { z } from 'zod'

/** What the server and the thread that holds a model say to each other. */
export const WorkerSettings = z.object({ folder: z.string() })

export const ModelRequest = z.object({ id: z.int(), texts: z.array(z.string()) })
export type ModelRequest = z.infer<typeof ModelRequest>

export const ModelReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), dimensions: z.int(), isStatic: z.boolean(), digest: z.string() }),
  /** One vector after the other, not scaled; all zeros where the model knows no word of the text. */
  z.object({ kind: z.literal('done'), id: z.int(), vectors: z.instanceof(Float32Array) }),
  z.object({ kind: z.literal('failed'), id: z.int(), message: z.string() }),
])
export type ModelReply = z.infer<typeof ModelReply>
