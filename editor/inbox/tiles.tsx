import { useEffect } from 'react'
import type { ContactSummary } from '../../schema/api/inbox.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { focusTile } from './focus-tile.ts'
import styles from './inbox.module.css'
import tileStyles from './tile.module.css'
import { Tile } from './tile.tsx'
import { TileTabs } from './tile-tabs.tsx'
import { useInboxKeys } from './use-inbox-keys.ts'
import { useParting } from './use-parting.ts'
import { fewestTiles, mostTiles, placeOwn, useTiles } from './use-tiles.ts'

interface TilesProps {
  contacts: readonly ContactSummary[]
  waiting: number
  /** Picks up whoever comes first in the queue. */
  onNext: () => void
}

/** The contacts that one has, side by side. They never rearrange themselves. */
export function Tiles({ contacts, waiting, onNext }: TilesProps) {
  const { user } = useSession()
  const places = useTiles((tiles) => tiles.places)
  useEffect(() => {
    const own = contacts.filter(({ owner, status }) => owner?.id === user.id && status === 'with-operator')
    placeOwn(
      own.map(({ id }) => id),
      new Set(contacts.map(({ id }) => id)),
    )
  }, [contacts, user.id])
  useParting(contacts, user.id)
  useInboxKeys(Object.fromEntries(Array.from({ length: mostTiles }, (_, at) => [`alt ${at + 1}`, () => focusTile(at)])))
  const columns = Math.max(fewestTiles, places.length)
  return (
    <main className={styles.tiles} id="main" tabIndex={-1} aria-label="Your contacts">
      <TileTabs contacts={contacts} />
      <div className={styles.columns} data-tour="tiles" style={{ '--columns': columns } as React.CSSProperties}>
        {Array.from({ length: columns }, (_, at) => {
          const id = places[at]
          return id ? (
            <Tile key={id} id={id} place={at + 1} />
          ) : (
            <Free
              // biome-ignore lint/suspicious/noArrayIndexKey: a free place is nothing but its number
              key={`free-${at}`}
              first={at === (places.includes('') ? places.indexOf('') : places.length)}
              waiting={waiting}
              onNext={onNext}
            />
          )
        })}
      </div>
    </main>
  )
}

/** A place without a contact. */
function Free({ first, waiting, onNext }: { first: boolean; waiting: number; onNext: () => void }) {
  const empty = useTiles((tiles) => tiles.places.length === 0)
  return (
    <div className={tileStyles.free} data-active={first && empty}>
      {first &&
        (waiting === 0 ? (
          <p>Nobody is waiting</p>
        ) : (
          <Button onPress={onNext}>
            Pick up the next contact <Kbd keys="Q" />
          </Button>
        ))}
    </div>
  )
}
