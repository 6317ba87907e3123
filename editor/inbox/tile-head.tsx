import { Eye, X } from 'lucide-react'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { nameOfDanger } from '../../schema/danger-names.ts'
import { Badge } from '../ui/badge.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { formatElapsed, useNow } from '../ui/time.tsx'
import { tileClock } from './clocks.ts'
import { LanguageBadge, toWords, VerdictBadge } from './contact-badges.tsx'
import styles from './tile.module.css'
import { TileClock } from './tile-clock.tsx'

interface TileHeadProps {
  contact: ContactDetail
  /** Its place, counted from 1: Alt and this number go to it. */
  place: number
  departmentName: string
  onClose?: () => void
}

/** Who it is, what kind of danger, what about, whose, and how long somebody has waited. */
export function TileHead({ contact, place, departmentName, onClose }: TileHeadProps) {
  const { name, number, verdict, category, intent, watchers, tags, locale } = contact
  const clock = tileClock(contact, Date.now())
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <kbd className={styles.number} title={`Alt ${place}`}>
          {place}
        </kbd>
        <h2>{name ?? `Contact ${number}`}</h2>
        {clock && (
          <TileClock since={clock.since} means={clock.means} tone={(now) => tileClock(contact, now)?.tone ?? 'idle'} />
        )}
        {onClose && (
          <IconButton size="s" label="Put this tile away" icon={<X size={14} aria-hidden="true" />} onPress={onClose} />
        )}
      </div>
      <div className={styles.sub}>
        {verdict === 'none' ? (
          intent && (
            <Badge tone="accent" icon={null}>
              {toWords(intent)}
            </Badge>
          )
        ) : (
          <VerdictBadge verdict={verdict} />
        )}
        <LanguageBadge locale={locale} />
        <span>{verdict !== 'none' && category ? nameOfDanger(category) : departmentName}</span>
      </div>
      <div className={styles.sub}>
        {watchers.map((watcher) => (
          <Badge key={watcher.id} tone="info" icon={Eye}>
            {watcher.name} is watching
          </Badge>
        ))}
        {tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
        <span className="num">
          Contact {number} · <OpenFor since={contact.startedAt} />
        </span>
      </div>
    </header>
  )
}

/** For how long it has been open, in whole minutes. */
function OpenFor({ since }: { since: string }) {
  const minutes = Math.floor((useNow() - Date.parse(since)) / 60_000)
  return <>open {minutes < 1 ? 'just now' : minutes < 60 ? `${minutes} min` : formatElapsed(minutes * 60_000)}</>
}
