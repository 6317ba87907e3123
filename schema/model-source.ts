import { z } from 'zod'
import { Origin } from './origin.ts'

/** Where a model of meaning is fetched from when an admin asks for it: a server that gives models as huggingface.co does. */
export const ModelSource = z.object({
  origin: Origin.default('https://huggingface.co'),
  /** Address ranges that its hosts may resolve to. Without one only public addresses may be. */
  addresses: z.array(z.string().max(50)).max(20).default([]),
  /** Owner and name, as that server has them. */
  repository: z
    .string()
    .max(200)
    .regex(/^[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*$/, 'An owner and a name, such as Xenova/all-MiniLM-L6-v2')
    .default('Xenova/all-MiniLM-L6-v2'),
  /** A branch, a tag, or a commit. */
  revision: z
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9][\w.-]*$/, 'A branch, a tag or a commit')
    .default('main'),
  /** Other hosts that it may send on to, as for large files. `*.` stands for any name below. */
  hosts: z
    .array(
      z
        .string()
        .max(200)
        .regex(/^(?:\*\.)?[a-z0-9][a-z0-9.-]*(?::\d{1,5})?$/i, 'A host such as *.hf.co'),
    )
    .max(20)
    .default(['*.huggingface.co', '*.hf.co']),
})
export type ModelSource = z.infer<typeof ModelSource>
