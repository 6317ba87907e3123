import type { Context } from 'hono'
import { AppError } from '../../../schema/app-error.ts'
import { isOwnOrigin } from '../own-origin.ts'
import type { RequestEnv, ServerContext } from '../server-context.ts'

/**
 * Keeps forged requests out: a call that changes something must carry a header that no form can set and that no other
 * site's script may send, and must not say that it comes from another site. Holds for JSON as well as for forms, with or
 * without a content type.
 */
export function requireOwnPage(server: ServerContext, context: Context<RequestEnv>): void {
  const { req } = context
  const origin = req.header('origin')
  const site = req.header('sec-fetch-site')
  const fromElsewhere =
    (origin !== undefined && !isOwnOrigin(origin, context, server.environment)) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none')
  if (req.header('x-signpost') !== '1' || fromElsewhere)
    throw new AppError('not-allowed', 'This call has to come from a page of Signpost itself.')
}
