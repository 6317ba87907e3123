import type { MiddlewareHandler } from 'hono'
import type { Environment } from '../../env.ts'
import { isHttps } from '../own-origin.ts'
import type { RequestEnv } from '../server-context.ts'

/** What every answer carries unless its route says otherwise: nothing of it runs, is framed, kept or read elsewhere. */
export const usualHeaders = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'Cache-Control': 'no-store',
} as const

/**
 * Pages of the staff app. Styles may stand in the page, because the code editor writes its own; scripts may not. Trusted
 * Types are not asked for: the layout worker is started from an address.
 */
export const staffPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** The widget's frame: only the pages of its site may show it. */
export function framePolicy(origins: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self'${origins.map((origin) => ` ${origin}`).join('')}`,
  ].join('; ')
}

/** The usual headers on a server that is reached as `environment` says. */
export function usualHeadersOf(environment: Environment): Readonly<Record<string, string>> {
  return {
    ...usualHeaders,
    ...(isHttps(environment) ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}

/** Puts the usual headers on every answer, errors included, and leaves those that are there. */
export function securityHeaders(usual: Readonly<Record<string, string>>): MiddlewareHandler<RequestEnv> {
  const headers = Object.entries(usual)
  return async (context, next) => {
    await next()
    if (context.get('complete')) return
    for (const [name, value] of headers) if (!context.res.headers.has(name)) context.res.headers.set(name, value)
  }
}
