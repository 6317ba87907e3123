import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { longestMs } from '../accounts/sessions.ts'
import type { Environment } from '../env.ts'
import { isHttps } from './own-origin.ts'
import type { RequestEnv } from './server-context.ts'

/** With https the name carries the browser's own promise that no other host and no plain connection set it. */
function nameOf(environment: Environment): string {
  return isHttps(environment) ? '__Host-signpost' : 'signpost'
}

export function readSessionCookie(context: Context<RequestEnv>, environment: Environment): string | undefined {
  return getCookie(context, nameOf(environment))
}

export function writeSessionCookie(context: Context<RequestEnv>, environment: Environment, token: string): void {
  setCookie(context, nameOf(environment), token, {
    path: '/',
    httpOnly: true,
    secure: isHttps(environment),
    sameSite: 'Lax',
    maxAge: longestMs / 1000,
  })
}

export function clearSessionCookie(context: Context<RequestEnv>, environment: Environment): void {
  deleteCookie(context, nameOf(environment), { path: '/', secure: isHttps(environment) })
}
