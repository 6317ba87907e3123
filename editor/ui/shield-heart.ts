import { createLucideIcon } from 'lucide-react'

/** Safeguarding: a person must look. A shield that holds a heart; the icon set has none. */
export const ShieldHeart = createLucideIcon('shield-heart', [
  ['path', { d: 'M12 3.5 5 6v5.5c0 4.3 2.9 7.4 7 9 4.1-1.6 7-4.7 7-9V6z', key: 'shield' }],
  [
    'path',
    {
      d: 'M12 15.6c-2.2-1.5-3.3-2.7-3.3-4.1a1.7 1.7 0 0 1 3.3-.6 1.7 1.7 0 0 1 3.3.6c0 1.4-1.1 2.6-3.3 4.1z',
      key: 'heart',
    },
  ],
])
