import type { z } from 'zod'
import { AppError } from '../../schema/app-error.ts'

/** One part of a request as its schema has it. Refused with every fault and its place. */
export function parsePart<Schema extends z.ZodType>(schema: Schema, part: unknown): z.output<Schema> {
  const parsed = schema.safeParse(part)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues
    .slice(0, 50)
    .map(({ path, message }) => ({ field: path.map(String).join('.'), message }))
  const [first] = issues
  const message = first?.field ? `${first.field}: ${first.message}` : (first?.message ?? 'This request is not right.')
  throw new AppError('bad-request', message, { issues })
}
