import { randomBytes } from 'node:crypto'

/**
 * A new address for a confirmation's page: a whole one where the server knows that it is reached by https, else a path.
 * The chat is a page of this same server, so a path leads there from it, by whatever address the visitor came.
 */
export function newConfirmationLink(publicUrl: string | undefined): string {
  const path = `/confirmations/${randomBytes(32).toString('base64url')}`
  return publicUrl?.startsWith('https:') ? new URL(path, publicUrl).href : path
}
