import { z } from 'zod'
import { Locale } from './text.ts'

/** The longest text a visitor may send at once, in characters. */
export const longestText = 4_000

const Answer = z.union([
  z.string().max(longestText),
  z.number(),
  z.boolean(),
  z.array(z.string().max(500)).max(100),
  z.null(),
])

/** What a visitor can do. The kinds are fixed by contract. */
export const Input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().min(1).max(longestText) }),
  z.object({ kind: z.literal('choice'), value: z.string().max(500) }),
  z.object({ kind: z.literal('choices'), values: z.array(z.string().max(500)).max(100) }),
  z.object({
    kind: z.literal('fields'),
    values: z
      .record(z.string().max(64), Answer)
      .refine((values) => Object.keys(values).length <= 100, 'Too many fields'),
  }),
  z.object({
    kind: z.literal('rating'),
    csat: z.int().min(1).max(5).optional(),
    nps: z.int().min(0).max(10).optional(),
    comment: z.string().max(longestText).optional(),
  }),
  z.object({ kind: z.literal('skip') }),
  z.object({ kind: z.literal('locale'), locale: Locale }),
  z.object({ kind: z.literal('person') }),
  z.object({ kind: z.literal('typing') }),
])
export type Input = z.infer<typeof Input>

/** Every piece of free text in `input`: what the detector must read before anything else happens. */
export function textsOf(input: Input): string[] {
  switch (input.kind) {
    case 'text':
      return [input.text]
    case 'choice':
      return [input.value]
    case 'choices':
      return input.values
    case 'fields':
      return Object.values(input.values).flatMap((value) =>
        Array.isArray(value) ? value : typeof value === 'string' ? [value] : [],
      )
    case 'rating':
      return input.comment ? [input.comment] : []
    default:
      return []
  }
}
