import { Clock } from 'lucide-react'
import { Link } from 'react-aria-components'
import type { ContactSummary } from '../../schema/api/inbox.ts'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Elapsed } from '../ui/time.tsx'
import { LanguageBadge, toWords, VerdictBadge } from './contact-badges.tsx'
import styles from './inbox.module.css'

interface QueueItemProps {
  contact: ContactSummary
  selected: boolean
  /** Given while somebody may pick it up. */
  onClaim?: () => void
  claiming: boolean
}

/** One contact in the queue. */
export function QueueItem({ contact, selected, onClaim, claiming }: QueueItemProps) {
  const { id, number, priority, lastWords, owner, department } = contact
  const waitingSince = contact.status === 'waiting' ? contact.waitingSince : null
  return (
    <li className={classes(styles.item, styles[priority], selected && styles.selected)}>
      <Link
        href={`/inbox?contact=${encodeURIComponent(id)}`}
        className={styles.open}
        aria-current={selected ? 'true' : undefined}
      >
        <span className={styles.itemName}>Contact {number}</span>
        {waitingSince && (
          <span className={styles.wait}>
            <Clock size={12} aria-hidden="true" /> <span className="sr">waiting </span>
            <Elapsed since={waitingSince} />
          </span>
        )}
        <span className={styles.lastWords}>{lastWords || 'Has not written yet'}</span>
      </Link>
      <div className={styles.itemFoot}>
        <VerdictBadge verdict={contact.verdict} />
        <LanguageBadge locale={contact.locale} />
        <span className={styles.where}>{owner && !onClaim ? owner.name : department ? toWords(department) : ''}</span>
        {onClaim && (
          <Button size="s" busy={claiming} onPress={onClaim} aria-label={`Pick up contact ${number}`}>
            Pick up
          </Button>
        )}
      </div>
    </li>
  )
}
