import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Menu as MenuIcon, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { wordsOf } from '../api.ts'
import { useStreamState } from '../frame/use-inbox-stream.ts'
import { contactsQuery } from '../inbox-queries.ts'
import { useSession } from '../session.ts'
import { Banner } from '../ui/banner.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { setPageTitle } from '../ui/page-title.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { Elapsed } from '../ui/time.tsx'
import { focusTile } from './focus-tile.ts'
import styles from './inbox.module.css'
import { PresenceMenu } from './presence-menu.tsx'
import { Queue } from './queue.tsx'
import { Tiles } from './tiles.tsx'
import { type Lanes, toLanes } from './to-lanes.ts'
import { Tour } from './tour/tour.tsx'
import { TourOffer } from './tour/tour-offer.tsx'
import { useClaim } from './use-claim.ts'
import { useInboxKeys } from './use-inbox-keys.ts'
import { useRegionKey } from './use-region-key.ts'
import { showTile } from './use-tiles.ts'

const route = getRouteApi('/frame/for-operators/inbox')

/** The operator's desk: who waits on the left, one's own contacts side by side. */
export function InboxPage() {
  const { contact } = route.useSearch()
  const { user } = useSession()
  const contacts = useQuery(contactsQuery)
  const lanes = toLanes(contacts.data?.contacts ?? [], user.id)
  const [unfolded, setUnfolded] = useState(false)
  const claim = useClaim()
  useEffect(() => setPageTitle('Inbox'), [])
  useEffect(() => {
    if (contact === undefined) return
    showTile(contact)
    focusTile()
  }, [contact])
  useRegionKey()
  const pickUpNext = () => {
    const next = lanes.waiting[0]
    if (next && !claim.isPending) claim.mutate(next.id)
  }
  useInboxKeys({ q: pickUpNext })
  return (
    <div className={styles.inbox} data-unfolded={unfolded}>
      <Strip lanes={lanes} unfolded={unfolded} onPress={() => setUnfolded(!unfolded)} />
      <aside className={styles.queue} aria-label="Queue" data-region data-tour="queue" tabIndex={-1}>
        <LineDown />
        {contacts.data ? (
          <Queue lanes={lanes} />
        ) : contacts.isError ? (
          <ErrorState title="Could not load the queue" onRetry={() => void contacts.refetch()}>
            {wordsOf(contacts.error)} Visitors keep their place.
          </ErrorState>
        ) : (
          <Skeleton label="Loading the queue" lines={8} />
        )}
        <TourOffer />
        <PresenceMenu />
      </aside>
      <Tiles contacts={contacts.data?.contacts ?? []} waiting={lanes.waiting.length} onNext={pickUpNext} />
      <Tour />
    </div>
  )
}

function LineDown() {
  const live = useStreamState((state) => state.live)
  if (live) return null
  return (
    <Banner tone="waiting" live title="The line is down.">
      Signpost tries again every 5 seconds. If it stays down for half a minute, your contacts go to a colleague.
    </Banner>
  )
}

/** The queue where there is no room for it: how many wait and for how long, and a press opens it. */
function Strip({ lanes, unfolded, onPress }: { lanes: Lanes; unfolded: boolean; onPress: () => void }) {
  const [first] = lanes.waiting
  return (
    <div className={styles.strip}>
      <IconButton
        label={unfolded ? 'Fold the queue' : 'Show the queue'}
        icon={unfolded ? <X size={16} aria-hidden="true" /> : <MenuIcon size={16} aria-hidden="true" />}
        onPress={onPress}
        aria-expanded={unfolded}
      />
      <p className="num">
        <b>{lanes.waiting.length}</b> waiting
        {first?.waitingSince && (
          <>
            , next for <Elapsed since={first.waitingSince} />
          </>
        )}
      </p>
    </div>
  )
}
