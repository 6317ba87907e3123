import type { Context } from 'hono'
import { Input, textsOf } from '../../schema/input.ts'
import { adviceFor } from '../contact/advice.ts'
import { wordsOfName } from '../files/keep-file.ts'
import type { Services } from '../services.ts'
import { readText, usualBody } from './read-body.ts'
import type { RequestEnv } from './server-context.ts'
import { isVisitorPath } from './write-error.ts'

/**
 * The 999 advice for a visitor whose words could not be taken: the database is gone, the contact is over, the body is not
 * right. It needs nothing but the words; where the force is known, its own words count too. Never throws.
 */
export async function adviceInTrouble(
  services: Pick<Services, 'assessFor'>,
  context: Context<RequestEnv>,
  forceId = '',
): Promise<string[] | undefined> {
  const { req } = context
  if (req.method !== 'POST' || !isVisitorPath(req.path)) return undefined
  try {
    const assess = services.assessFor(forceId)
    const isDanger = (text: string) => text.trim() !== '' && assess(text, []).verdict === 'emergency'
    const name = wordsOfName(req.query('name') ?? '')
    if (!isDanger(name) && !wordsOf(await readText(context, usualBody)).some(isDanger)) return undefined
    const advice = adviceFor('emergency', req.header('accept-language')?.startsWith('cy') ? 'cy-GB' : 'en-GB')
    return advice.type === 'advice' ? advice.lines : undefined
  } catch {
    return undefined
  }
}

/** What the visitor wrote; where the body is no input, all the texts that are in it. */
function wordsOf(body: string): string[] {
  const value = readValue(body)
  const input = typeof value === 'object' && value !== null && 'input' in value ? value.input : undefined
  const parsed = Input.safeParse(input)
  if (parsed.success) return textsOf(parsed.data)
  if (typeof input !== 'object' || input === null) return []
  return Object.values(input).filter((part): part is string => typeof part === 'string')
}

/** A body that is no JSON, such as a file's, says nothing; its name still may. */
function readValue(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
