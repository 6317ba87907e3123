import { randomBytes } from 'node:crypto'

/** A new address for a confirmation's page. Only by https: messages lead nowhere else. */
export function newConfirmationLink(publicUrl: string | undefined): string | undefined {
  if (!publicUrl?.startsWith('https:')) return undefined
  return new URL(`/confirmations/${randomBytes(32).toString('base64url')}`, publicUrl).href
}
