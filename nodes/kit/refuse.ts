import type { Value } from '../../schema/values.ts'
import type { NodeContext } from './node-runtime.ts'
import { type PhraseKey, phrase } from './phrases.ts'

/** What a visitor can send for one field: typed, chosen, or filled into a form. */
export type RawAnswer = Value | undefined

/** An answer as it is remembered, or in the visitor's language what is wrong with it and how to put it right. */
export type Answer = { ok: true; value: Value } | { ok: false; error: string }

/** Not accepted, with the built-in words for why. */
export function refuse(key: PhraseKey, context: NodeContext, holes?: Record<string, string | number>): Answer {
  return { ok: false, error: phrase(key, context.locale, holes) }
}
