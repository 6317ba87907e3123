import type { ContactSummary } from '../../schema/api/inbox.ts'
import { classes } from '../ui/classes.ts'
import { focusTile } from './focus-tile.ts'
import styles from './inbox.module.css'
import { useTiles } from './use-tiles.ts'

/** Where only one tile has room: the others by name, with a mark on those whose visitor waits for words. */
export function TileTabs({ contacts }: { contacts: readonly ContactSummary[] }) {
  const { places, active } = useTiles()
  if (places.every((id) => id === '')) return null
  return (
    <nav className={styles.tabs} aria-label="Tiles">
      {places.map((id, at) => {
        const contact = contacts.find((one) => one.id === id)
        if (!contact) return null
        return (
          <button
            key={id}
            type="button"
            className={classes(styles.tab, styles[contact.verdict])}
            aria-current={at === active}
            onClick={() => focusTile(at)}
          >
            {at + 1} {contact.name ?? contact.number}
            {contact.askedAt && (
              <span className={styles.owed}>
                <span className="sr"> waits for an answer</span>
              </span>
            )}
          </button>
        )
      })}
    </nav>
  )
}
