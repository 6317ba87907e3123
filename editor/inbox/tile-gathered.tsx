import { useState } from 'react'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { factWords } from './fact-words.ts'
import { GatheredDialog } from './gathered-dialog.tsx'
import styles from './tile.module.css'

const shown = 4

/** The first of what is known, so that nothing is asked twice. All of it, and putting it right, is one press away. */
export function TileGathered({ contact }: { contact: ContactDetail }) {
  const [open, setOpen] = useState(false)
  const told = contact.gathered.filter(({ state }) => state !== 'open')
  const first = [...told.filter(({ state }) => state === 'known'), ...told.filter(({ state }) => state === 'asked')]
  return (
    <div className={styles.gathered}>
      <h3 className={styles.part}>
        Gathered
        {contact.gathered.length > 0 && (
          <button type="button" className={styles.all} onClick={() => setOpen(true)}>
            All {told.length}
            <span className="sr"> of contact {contact.number}</span>
          </button>
        )}
      </h3>
      {first.length === 0 ? (
        <p className={styles.event}>Nothing yet</p>
      ) : (
        <dl>
          {first.slice(0, shown).map((fact) => (
            <div key={fact.name}>
              <dt>{fact.label}</dt>
              <dd className={fact.state === 'asked' ? styles.missing : undefined}>{factWords(fact)}</dd>
            </div>
          ))}
        </dl>
      )}
      {open && <GatheredDialog contact={contact} onClose={() => setOpen(false)} />}
    </div>
  )
}
