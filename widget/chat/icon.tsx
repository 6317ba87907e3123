const paths = {
  check: 'm5 12.5 4.5 4.5L19 7.5',
  down: 'm6 9.5 6 6 6-6',
  exit: 'M14 4H6v16h8M10.5 12H20M16.5 8.5 20 12l-3.5 3.5',
  minus: 'M5 12h14',
  phone:
    'M6 3.5h3l1.7 4.5-2.2 1.6a12 12 0 0 0 5.9 5.9l1.6-2.2 4.5 1.7v3a2 2 0 0 1-2.2 2A16.5 16.5 0 0 1 4 5.7 2 2 0 0 1 6 3.5z',
  quote: 'M4.5 5h15M4.5 9.5h15M4.5 14h8M4.5 18.5h5M15 18.5l1.8 1.8 3.4-4.6',
  send: 'M4 12 20 4.5 15.5 20l-3.8-6.3zM11.7 13.7 20 4.5',
  user: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0M4.5 20.5c.6-4 3.5-6 7.5-6s6.9 2 7.5 6',
}

/** A line drawing beside a word; a screen reader does not hear it. */
export const Icon = ({ name }: { name: keyof typeof paths }) => (
  <svg class={`icon ${name}`} viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)
