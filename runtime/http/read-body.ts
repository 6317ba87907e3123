import type { Context } from 'hono'
import { AppError } from '../../schema/app-error.ts'
import { headerOf } from './header-of.ts'
import type { RequestEnv } from './server-context.ts'

/** Largest body where a route says nothing, in bytes. */
export const usualBody = 65_536

/** The body as bytes. Refused as soon as more than `most` are announced or have come: nothing larger is ever held. */
export async function readBytes(context: Context<RequestEnv>, most: number): Promise<Buffer<ArrayBuffer>> {
  const announced = headerOf(context, 'content-length')
  if (announced !== undefined) {
    if (Number(announced) > most) throw tooLarge(most)
    // The HTTP parser lets no more through than was announced.
    return Buffer.from(await context.req.arrayBuffer())
  }
  const { body } = context.req.raw
  if (!body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length
    if (length > most) {
      await reader.cancel()
      throw tooLarge(most)
    }
    chunks.push(next.value)
  }
  return Buffer.concat(chunks)
}

/** The body as text, read once and kept for whoever asks again. */
export async function readText(context: Context<RequestEnv>, most: number): Promise<string> {
  const known = context.get('bodyText')
  if (known !== undefined) return known
  const text = (await readBytes(context, most)).toString('utf8')
  context.set('bodyText', text)
  return text
}

/** The body as JSON. Only `application/json` is taken, which no form of another site can send. */
export async function readJson(context: Context<RequestEnv>, most: number): Promise<unknown> {
  const type = headerOf(context, 'content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw new AppError('unsupported-type', 'Send this as application/json.')
  const text = await readText(context, most)
  let value: unknown
  try {
    value = /\\u(0000|d[89a-f])/i.test(text) ? JSON.parse(text, keepable) : JSON.parse(text)
  } catch {
    throw new AppError('bad-request', 'This is not JSON.')
  }
  if (text.includes('__proto__') || text.includes('\\u')) refusePrototypes(value)
  return value
}

/**
 * Two things can be written in JSON that no text of a database or audit entry can hold: U+0000, which is left out, and
 * halves of characters, which become U+FFFD. The words around them are kept: they may matter.
 */
function keepable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '\ufffd') : value
}

/** `__proto__` is never a name that somebody needs, and the door to every object. Looks without recursion. */
function refusePrototypes(value: unknown): void {
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next !== 'object' || next === null) continue
    if (Object.hasOwn(next, '__proto__')) throw new AppError('bad-request', 'The name "__proto__" may not be used.')
    for (const part of Object.values(next)) waiting.push(part)
  }
}

function tooLarge(most: number): AppError {
  const size = most >= 1_048_576 ? `${Math.floor(most / 1_048_576)} MB` : `${Math.floor(most / 1024)} kB`
  return new AppError('too-large', `This is too large: at most ${size}.`)
}
