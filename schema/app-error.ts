import { z } from 'zod'

/** The codes that an API answer can carry, each with its HTTP status. */
export const errorStatus = {
  'bad-request': 400,
  'not-signed-in': 401,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-type': 415,
  'not-valid': 422,
  'too-many': 429,
  'internal-error': 500,
  unavailable: 503,
} as const
export type ErrorCode = keyof typeof errorStatus

/** Thrown where a request cannot be met. `message` is for the person who reads the answer; nothing internal belongs in it. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: unknown
  constructor(code: ErrorCode, message: string, details?: unknown) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** The body of every failed answer. `help` stands in every answer of the widget API. */
export const ErrorBody = z.object({
  error: z.object({ code: z.string(), message: z.string(), details: z.unknown().optional() }),
  help: z.object({ emergency: z.string(), nonEmergency: z.string() }).optional(),
})
export type ErrorBody = z.infer<typeof ErrorBody>

export const help = { emergency: '999', nonEmergency: '101' } as const
