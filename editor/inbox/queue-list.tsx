import { useState } from 'react'
import type { ContactSummary } from '../../schema/api/inbox.ts'
import styles from './inbox.module.css'
import { QueueItem } from './queue-item.tsx'
import { useClaim } from './use-claim.ts'

/** More are not looked at one by one. */
const shownFirst = 50

/** Contacts below each other; a long list opens further at a press. */
export function QueueList({ contacts }: { contacts: readonly ContactSummary[] }) {
  const [shown, setShown] = useState(shownFirst)
  const claim = useClaim()
  const hidden = contacts.length - shown
  return (
    <>
      <ul>
        {contacts.slice(0, shown).map((contact, index) => (
          <QueueItem
            key={contact.id}
            contact={contact}
            next={index === 0}
            onClaim={contact.status === 'waiting' ? () => claim.mutate(contact.id) : undefined}
            claiming={claim.isPending && claim.variables === contact.id}
          />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" className={styles.more} onClick={() => setShown(shown + shownFirst)}>
          {hidden} more
        </button>
      )}
    </>
  )
}
