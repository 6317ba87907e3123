import type { Gathered } from '../../schema/api/inbox.ts'

/** A gathered value as staff read it, also where there is none. */
export function factWords({ value, state }: Gathered): string {
  if (state === 'known') return value
  return state === 'asked' ? 'Asked, no answer yet' : 'Not asked'
}
