import type { Verdict } from './assessment.ts'

/** The dangers that the detector tells apart, by verdict, each as it is said to people. */
export const dangerNames = {
  emergency: {
    violence_now: 'Violence now',
    domestic_now: 'Violence at home now',
    weapon: 'Weapon',
    intruder: 'Intruder',
    medical: 'Somebody hurt or ill',
    fire: 'Fire',
    collision: 'Collision',
    suicide_imminent: 'Suicide about to happen',
    child_danger: 'Child in danger',
    abduction: 'Abduction',
    missing_high_risk: 'Missing, at high risk',
    stalking_now: 'Stalker there now',
    crime_in_progress: 'Crime in progress',
    public_danger: 'Danger to the public',
    coded_cannot_talk: 'Cannot speak freely',
  },
  safeguarding: {
    domestic_abuse: 'Domestic abuse',
    coercive_control: 'Coercive control',
    child_protection: 'Child protection',
    exploitation: 'Exploitation',
    modern_slavery: 'Modern slavery',
    honour_based: 'Honour-based abuse',
    mental_health: 'Mental-health crisis',
    suicidal_ideation: 'Suicidal thoughts',
    self_harm: 'Self-harm',
    sexual_offence: 'Sexual offence',
    stalking_harassment: 'Stalking or harassment',
    hate_crime: 'Hate crime',
    elder_abuse: 'Abuse of an older or disabled person',
    missing_person: 'Missing person',
  },
} as const satisfies Record<Exclude<Verdict, 'none'>, Record<string, string>>

const names = new Map<string, string>([
  ...Object.entries(dangerNames.emergency),
  ...Object.entries(dangerNames.safeguarding),
  ['guard_failure', 'The detector failed'],
])

/** `stalking_harassment` → "Stalking or harassment"; a category that is not known is said by its id. */
export function nameOfDanger(category: string): string {
  const words = category.replaceAll('_', ' ')
  return names.get(category) ?? words.charAt(0).toUpperCase() + words.slice(1)
}
