import { Clock } from 'lucide-react'
import type { ContactSummary } from '../../schema/api/inbox.ts'
import { nameOfDanger } from '../../schema/danger-names.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { formatElapsed, useNow } from '../ui/time.tsx'
import { waitTone } from './clocks.ts'
import { LanguageBadge, VerdictBadge } from './contact-badges.tsx'
import { focusTile } from './focus-tile.ts'
import styles from './inbox.module.css'
import { useDepartmentName } from './use-department-name.ts'
import { showTile } from './use-tiles.ts'

interface QueueItemProps {
  contact: ContactSummary
  /** It would be picked up next. */
  next: boolean
  /** Given while somebody may pick it up. */
  onClaim?: () => void
  claiming: boolean
}

/** One contact in the queue: who, since when, their last words, and what kind. A press looks at it. */
export function QueueItem({ contact, next, onClaim, claiming }: QueueItemProps) {
  const { id, number, name, priority, lastWords, owner, verdict, category, silent } = contact
  const departmentName = useDepartmentName(contact.department)
  return (
    <li className={classes(styles.item, styles[priority])}>
      <button
        type="button"
        className={styles.open}
        onClick={() => {
          showTile(id)
          focusTile()
        }}
      >
        <span className={styles.itemName}>{name ?? `Contact ${number}`}</span>
        {contact.status === 'waiting' && <Wait contact={contact} />}
        <span className={styles.lastWords}>{lastWords || 'Has not written yet'}</span>
      </button>
      <div className={styles.itemFoot}>
        <VerdictBadge verdict={verdict} />
        {silent && (
          <Badge tone="fault" icon={null}>
            No answer
          </Badge>
        )}
        <LanguageBadge locale={contact.locale} />
        <span className={styles.where}>
          {owner && !onClaim ? owner.name : verdict !== 'none' && category ? nameOfDanger(category) : departmentName}
        </span>
        {onClaim && (
          <span className={classes(styles.pick, next && styles.always)}>
            <Button size="s" busy={claiming} onPress={onClaim} aria-label={`Pick up contact ${number}`}>
              Pick up
            </Button>
          </span>
        )}
      </div>
    </li>
  )
}

function Wait({ contact }: { contact: ContactSummary }) {
  const now = useNow()
  if (!contact.waitingSince) return null
  const tone = waitTone(contact, now)
  return (
    <span className={classes(styles.wait, styles[tone])}>
      <Clock size={12} aria-hidden="true" /> <span className="sr">waiting </span>
      <span role="timer" aria-live="off" className="num">
        {formatElapsed(now - Date.parse(contact.waitingSince))}
      </span>
      {tone === 'late' && <span className="sr">, over target</span>}
    </span>
  )
}
