import type { Verdict } from '../../schema/assessment.ts'
import type { SelectOption } from './select-field.tsx'

/** How a verdict is said to staff. */
export const verdictWords: Record<Verdict, string> = {
  emergency: 'Emergency',
  safeguarding: 'Safeguarding',
  none: 'Ordinary',
}

/** The dangers that the detector tells apart, by verdict, as people choose them. */
const dangers: Record<Exclude<Verdict, 'none'>, readonly string[]> = {
  emergency: [
    'violence_now',
    'domestic_now',
    'weapon',
    'intruder',
    'medical',
    'fire',
    'collision',
    'suicide_imminent',
    'child_danger',
    'abduction',
    'missing_high_risk',
    'stalking_now',
    'crime_in_progress',
    'public_danger',
    'coded_cannot_talk',
  ],
  safeguarding: [
    'domestic_abuse',
    'coercive_control',
    'child_protection',
    'exploitation',
    'modern_slavery',
    'honour_based',
    'mental_health',
    'suicidal_ideation',
    'self_harm',
    'sexual_offence',
    'stalking_harassment',
    'hate_crime',
    'elder_abuse',
    'missing_person',
  ],
}

/** The categories of a verdict, to choose from. */
export function dangerOptions(verdict: Verdict): SelectOption[] {
  const ids = verdict === 'none' ? ['ordinary'] : dangers[verdict]
  return ids.map((value) => ({ value, label: sayDanger(value) }))
}

/** `county_lines` → "County lines". */
export function sayDanger(category: string): string {
  const words = category.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
