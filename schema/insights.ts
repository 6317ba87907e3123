/**
 * What figures count, in words. Each definition stands beside its chart, so whoever reads a figure reads what it means.
 * A contact counts on the day on which it began, in the force's own time zone.
 */

/** How contacts end. The first that fits counts. */
export const endings = ['person', 'unattended', 'left', 'answered', 'reported', 'open'] as const
export type Ending = (typeof endings)[number]

/** Why contacts came to a person, or to a queue for one: what happened just before. */
export const reasons = [
  'emergency',
  'safeguarding',
  'asked',
  'no-answer',
  'not-understood',
  'system-failed',
  'by-design',
] as const
export type Reason = (typeof reasons)[number]

/** How far contacts came. Whoever came further came past here too. */
export const journeySteps = ['opened', 'safe', 'matter', 'helped', 'ended', 'rated'] as const
export type JourneyStep = (typeof journeySteps)[number]

/** The least number of answers that a share, a score or a median is made of. Under it only counts are shown. */
export const leastForShare = 20

export const endingLabels: Record<Ending, string> = {
  person: 'Handed to a person',
  unattended: 'Wanted a person, and nobody came',
  left: 'Left before an end',
  answered: 'Answered by the flow',
  reported: 'Reported through the flow',
  open: 'Still going on',
}

export const reasonLabels: Record<Reason, string> = {
  emergency: 'Emergency',
  safeguarding: 'Safeguarding',
  asked: 'Asked for a person',
  'no-answer': 'No answer in the documents',
  'not-understood': 'Not understood',
  'system-failed': 'Another system failed',
  'by-design': 'The flow hands over here',
}

export const journeyLabels: Record<JourneyStep, string> = {
  opened: 'Opened the chat',
  safe: 'Passed the safety check',
  matter: 'Said what they need',
  helped: 'Got an answer or gave details',
  ended: 'Reached an end',
  rated: 'Answered the survey',
}

/** What each figure means, in one or two sentences. */
export const definitions = {
  contacts: 'Contacts that began in this period. Test conversations never count.',
  alone:
    'Contacts that came to an end of the flow without a person, out of all that are over. Leaving before an end does not count as answered.',
  firstResponse:
    'From asking for a person to the first message that a person wrote. The median: half were answered sooner. Times are counted in steps: a second up to two minutes, five seconds up to ten minutes, half a minute up to an hour.',
  wait: 'From asking for a person to a person being there. Nine in ten waited no longer than this.',
  handling: 'For how long a person was in the contact. The median.',
  satisfaction: 'Mean of the answers from 1 to 5. Surveys are answered by some, and never shown after danger.',
  recommend:
    'Share of answers 9 and 10, less the share of 0 to 6, in points. Between −100 and +100. Called NPS elsewhere.',
  emergencies: 'Alerts of an emergency that were raised, and the median time until a named person acknowledged them.',
  journey: 'How many contacts came at least this far.',
  reasons: 'What happened just before a contact came to a person or to a queue for the first time.',
  cameBack:
    'Of the contacts answered without a person whose visitor left a phone number or an email address: those with another contact within 72 hours. Visitors who leave neither cannot be recognised.',
  left: 'Contacts whose visitor went away before an end, by the step at which they stood.',
  steps:
    'How often visitors came to each step of the flow, and how often they went away there, in all departments. Whoever comes to a step twice counts twice.',
  trend: 'Contacts by the time at which they began, in the force’s own time zone, and by how they ended so far.',
  intents: 'Contacts by what the flow understood that the visitor came for. The line is their course over the period.',
  hours: 'Contacts by the hour of the week in which they began. The darker, the more.',
  endings: 'Every contact counts once, by the first of these that fits.',
  departments:
    'Contacts by the department that they were passed to last; those that no department had are not in this table. Wait and handling are medians, shown from 20 contacts on.',
} as const
