import type { Context } from 'hono'
import { AppError, type ErrorBody, errorStatus, help } from '../../schema/app-error.ts'
import type { RequestEnv } from './server-context.ts'

/** Seconds after which a client may try again. */
const retryAfter = '5'

/** Whether a path is one that visitors use: there, every failure says where help is. */
export function isVisitorPath(path: string): boolean {
  return path.startsWith('/api/widget')
}

/**
 * The answer to a request that failed. What is not an `AppError` was not expected: nothing of it is shown, whatever it
 * says about tables and files. `advice` stands where the visitor's own words speak of danger.
 */
export function writeError(context: Context<RequestEnv>, error: unknown, advice?: readonly string[]): Response {
  const known = error instanceof AppError ? error : unexpected(context)
  const body: ErrorBody & { advice?: readonly string[] } = {
    error: {
      code: known.code,
      message: known.message,
      ...(known.details === undefined ? {} : { details: known.details }),
    },
    ...(isVisitorPath(context.req.path) ? { help } : {}),
    ...(advice ? { advice } : {}),
  }
  const status = errorStatus[known.code]
  if (status === 429 || status === 503) context.header('Retry-After', retryAfter)
  return context.json(body, status)
}

function unexpected(context: Context<RequestEnv>): AppError {
  if (isVisitorPath(context.req.path))
    return new AppError(
      'unavailable',
      'Not sent. The chat is not working at the moment. If someone is in danger, call 999. Otherwise call 101.',
    )
  return new AppError('internal-error', `Something went wrong here. Say ${context.get('requestId')} to your support.`)
}
