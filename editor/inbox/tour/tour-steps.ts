/** One stop of the tour: what it is about, and how it is found on the page. */
export interface TourStep {
  id: string
  /** Selector of what it stands beside. */
  target: string
  title: string
  words: string
  /** Said instead of `words` where the target is not there now. */
  absent?: string
}

/** What an operator needs in their first shift, in the order in which they meet it. */
export const tourSteps: readonly TourStep[] = [
  {
    id: 'queue',
    target: '[data-tour=queue]',
    title: 'Who waits',
    words:
      'Visitors who need a person stand here, with how long they have waited. Emergencies come first, then safeguarding.',
  },
  {
    id: 'figures',
    target: '[data-tour=figures]',
    title: 'How the desk stands',
    words: 'How many wait, how long the first of them has waited, and how many of you are there.',
  },
  {
    id: 'pick-up',
    target: '[data-tour=waiting]',
    title: 'Pick up the next one',
    words: 'Press Q anywhere, or Pick up beside a contact. From then on it is yours, and the visitor sees your name.',
  },
  {
    id: 'tiles',
    target: '[data-tour=tiles]',
    title: 'Your contacts, side by side',
    words: 'Up to five. They keep their places. Alt 1 goes to the first, Alt 2 to the second, and so on.',
  },
  {
    id: 'told',
    target: 'article [role=log]',
    title: 'What was said so far',
    words: 'Everything the visitor told the flow is here, so you need not ask again. A mark shows words about danger.',
    absent:
      'When you have a contact, everything the visitor told the flow stands in its column. You need not ask again.',
  },
  {
    id: 'reply',
    target: '[data-tour=reply]',
    title: 'Answer',
    words:
      'Ctrl Enter sends. “Sent” shows only when it is kept. Alt R opens the canned replies, N writes a note that visitors never see.',
    absent: 'You answer at the foot of the column. Ctrl Enter sends, and “Sent” shows only when it is kept.',
  },
  {
    id: 'more',
    target: 'article [aria-label=More]',
    title: 'Pass it on, or end it',
    words:
      'Transfer to a team, hand back to the flow, record what you judged, close with an outcome: all of it is here.',
    absent: 'Each column has a menu: transfer to a team, hand back to the flow, record what you judged, close.',
  },
  {
    id: 'danger',
    target: '[data-react-aria-top-layer=true] section',
    title: 'Somebody is in danger',
    words: 'This bar stands over every page until somebody answers it. F9 acknowledges the oldest alert in your name.',
    absent:
      'Then a red bar comes over every page, with a sound, also while this tour is open. F9 acknowledges the oldest alert in your name.',
  },
  {
    id: 'presence',
    target: '[data-tour=presence]',
    title: 'Say whether you are there',
    words:
      'Available, busy or away. While you are away you are given nothing, and your contacts go back to the queue if you say so.',
  },
  {
    id: 'help',
    target: '[data-tour=help]',
    title: 'All of this again',
    words: 'Here, or with ?, you find every key and this tour. Have a good shift.',
  },
]
