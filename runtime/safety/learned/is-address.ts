import type { EarlierMessage } from '../../../schema/assessment.ts'

const ADDRESS = /^(?:(?:flat|number|no|nr|house|unit|apartment|apt)[\s.,:]*\d{1,4}[a-z]?[\s.,]*)+$/i
const LONGEST = 40

/**
 * Whether a message is a part of an address and nothing else: `flat 7`, `number 11`, `house 2, flat 7b`. It is not
 * where the question itself named the number: then it may be a sign that the visitor was told to send.
 */
export function isAddress(text: string, earlier: readonly EarlierMessage[]): boolean {
  const said = text.trim()
  if (said.length > LONGEST || !ADDRESS.test(said)) return false
  const asked = numbersOf(earlier.findLast(({ from }) => from !== 'visitor')?.text ?? '')
  return !numbersOf(said).some((number) => asked.includes(number))
}

/** Whether it is a part of an address of which nobody yet said what happens there: then it says nothing of danger. */
export function isAddressAlone(text: string, earlier: readonly EarlierMessage[]): boolean {
  return isAddress(text, earlier) && earlier.every(({ from }) => from !== 'visitor')
}

function numbersOf(text: string): readonly string[] {
  return text.match(/\d+/g) ?? []
}
