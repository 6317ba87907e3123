import type { ContactSummary } from '../../schema/api/inbox.ts'
import { Elapsed } from '../ui/time.tsx'
import styles from './inbox.module.css'
import { QueueItem } from './queue-item.tsx'
import type { Lanes } from './to-lanes.ts'

interface QueueProps {
  lanes: Lanes
  selected?: string
  onClaim: (id: string) => void
  /** The contact that is being picked up. */
  claiming?: string
}

/** Who waits, and where everybody else is. */
export function Queue({ lanes, selected, onClaim, claiming }: QueueProps) {
  const longest = lanes.waiting
    .map(({ waitingSince }) => waitingSince ?? '')
    .filter(Boolean)
    .sort()[0]
  const list = (contacts: readonly ContactSummary[]) => (
    <ul>
      {contacts.map((contact) => (
        <QueueItem
          key={contact.id}
          contact={contact}
          selected={contact.id === selected}
          onClaim={contact.status === 'waiting' ? () => onClaim(contact.id) : undefined}
          claiming={claiming === contact.id}
        />
      ))}
    </ul>
  )
  return (
    <>
      <dl className={styles.figures}>
        <div className={styles.figure}>
          <dd className="num">{lanes.waiting.length}</dd>
          <dt>waiting</dt>
        </div>
        <div className={styles.figure}>
          <dd className="num">{longest ? <Elapsed since={longest} /> : '0:00'}</dd>
          <dt>longest</dt>
        </div>
        <div className={styles.figure}>
          <dd className="num">{lanes.mine.length}</dd>
          <dt>with me</dt>
        </div>
      </dl>
      <section aria-label="Waiting">
        <h2 className={styles.lane}>
          Waiting <span>By priority</span>
        </h2>
        {lanes.waiting.length > 0 ? (
          list(lanes.waiting)
        ) : (
          <p className={styles.nothing}>Nobody is waiting. New contacts appear here.</p>
        )}
      </section>
      <section aria-label="My contacts">
        <h2 className={styles.lane}>My contacts</h2>
        {lanes.mine.length > 0 ? (
          list(lanes.mine)
        ) : (
          <p className={styles.nothing}>None yet. Press Q to pick up the next.</p>
        )}
      </section>
      {lanes.others.length > 0 && (
        <section aria-label="With colleagues">
          <h2 className={styles.lane}>With colleagues</h2>
          {list(lanes.others)}
        </section>
      )}
      {lanes.automated.length > 0 && (
        <section aria-label="With the flow">
          <h2 className={styles.lane}>With the flow</h2>
          {list(lanes.automated)}
        </section>
      )}
    </>
  )
}
