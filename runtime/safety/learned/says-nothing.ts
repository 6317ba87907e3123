import type { EarlierMessage } from '../../../schema/assessment.ts'
import { conceptsOf } from './concepts.ts'
import { isAddressAlone } from './is-address.ts'
import type { Reading } from './message-features.ts'

/** What people type while they think: `hm`, `erm`, `uhh`. Not `mm` and `mhm`, which can be a yes. */
const THINKING = /^\W*(?:h+m+|u+m+|u+h+|e+r+m*|e+h+m+)\W*$/i

/**
 * Whether there is nothing to judge: a sound of thinking, whatever was asked; a part of an address of which nobody said
 * what happens there; or one word with nothing before it that neither a rule nor any meaning is known for (`hi`, `xxxx`). What a model makes of a
 * message without any sign in it is only how often the messages that it learned from were danger.
 */
export function saysNothing(text: string, earlier: readonly EarlierMessage[], { tokens, marks }: Reading): boolean {
  if (THINKING.test(text) || isAddressAlone(text, earlier)) return true
  return (
    earlier.length === 0 &&
    tokens.length <= 1 &&
    marks.length === 0 &&
    tokens.every(({ word }) => conceptsOf(word).length === 0)
  )
}
