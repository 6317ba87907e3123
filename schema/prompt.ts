import { z } from 'zod'

/** How one answer is typed in. Decides the keyboard, the browser's own help, and the check on the server. */
export const fieldKinds = [
  'text',
  'long-text',
  'choice',
  'choices',
  'yes-no',
  'number',
  'date',
  'datetime',
  'phone',
  'email',
  'place',
  'reference',
  'file',
] as const
export const FieldKind = z.enum(fieldKinds)
export type FieldKind = z.infer<typeof FieldKind>

/** A choice as the visitor sees it, already in their language. */
export const Choice = z.object({ value: z.string(), label: z.string(), help: z.string().optional() })
export type Choice = z.infer<typeof Choice>

/** A field of a form as the visitor sees it. `value` is what is known already; `error` says what to put right. */
export const PromptField = z.object({
  id: z.string(),
  label: z.string(),
  kind: FieldKind,
  help: z.string().optional(),
  optional: z.boolean().optional(),
  choices: z.array(Choice).optional(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  error: z.string().optional(),
})
export type PromptField = z.infer<typeof PromptField>

/** What the visitor is asked for now. The question's words are the message before it, and again in `label`. */
export const Prompt = z.object({
  node: z.string(),
  expects: z.enum(['text', 'choice', 'choices', 'fields', 'rating', 'none']),
  /** The question in plain text: the accessible name of what is shown. */
  label: z.string().optional(),
  help: z.string().optional(),
  choices: z.array(Choice).optional(),
  fields: z.array(PromptField).optional(),
  /** The visitor may send `skip`. */
  optional: z.boolean().optional(),
  /** With `expects: text`: what kind of text. */
  input: FieldKind.optional(),
  /** With choices: free text is understood too. */
  free: z.boolean().optional(),
  /** Why the last answer was not accepted, and how to put it right. */
  error: z.string().optional(),
  /** Where in a series of questions this one stands, counted from 1. */
  progress: z.object({ at: z.int().min(1), of: z.int().min(1) }).optional(),
  /** The answers so far, to be checked. Choosing `change:FIELD` goes back to one, `confirm` goes on. */
  review: z.array(z.object({ field: z.string(), label: z.string(), value: z.string() })).optional(),
  /** With `expects: rating`: what is asked. */
  ratings: z.object({ csat: z.boolean(), nps: z.boolean(), comment: z.boolean() }).optional(),
})
export type Prompt = z.infer<typeof Prompt>
