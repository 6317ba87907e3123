import type { Verdict } from '../../schema/assessment.ts'
import { dangerNames, nameOfDanger } from '../../schema/danger-names.ts'
import type { SelectOption } from './select-field.tsx'

/** How a verdict is said to staff. */
export const verdictWords: Record<Verdict, string> = {
  emergency: 'Emergency',
  safeguarding: 'Safeguarding',
  none: 'Ordinary',
}

/** The categories of a verdict, to choose from. */
export function dangerOptions(verdict: Verdict): SelectOption[] {
  const ids = verdict === 'none' ? ['ordinary'] : Object.keys(dangerNames[verdict])
  return ids.map((value) => ({ value, label: nameOfDanger(value) }))
}
