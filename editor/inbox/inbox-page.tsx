import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { MessagesSquare } from 'lucide-react'
import { wordsOf } from '../api.ts'
import { useStreamState } from '../frame/use-inbox-stream.ts'
import { contactsQuery } from '../inbox-queries.ts'
import { useSession } from '../session.ts'
import { Banner } from '../ui/banner.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { ContactView } from './contact-view.tsx'
import styles from './inbox.module.css'
import { KeysHelp } from './keys-help.tsx'
import { Queue } from './queue.tsx'
import { toLanes } from './to-lanes.ts'
import { useClaim } from './use-claim.ts'
import { useInboxKeys } from './use-inbox-keys.ts'

const route = getRouteApi('/frame/for-operators/inbox')

/** The operator's place: who waits on the left, the open contact beside it. */
export function InboxPage() {
  const { contact } = route.useSearch()
  const router = useRouter()
  const { user } = useSession()
  const contacts = useQuery(contactsQuery)
  const live = useStreamState((state) => state.live)
  const lanes = toLanes(contacts.data?.contacts ?? [], user.id)
  const claim = useClaim((id) => router.history.push(`/inbox?contact=${encodeURIComponent(id)}`))
  useInboxKeys({
    q: () => {
      const next = lanes.waiting[0]
      if (next && !claim.isPending) claim.mutate(next.id)
    },
  })
  return (
    <Page title="Inbox" filled actions={<KeysHelp />}>
      <div className={styles.inbox} data-open={contact !== undefined}>
        <div className={styles.queue}>
          {!live && (
            <Banner tone="waiting" live title="The line is down.">
              Signpost looks for changes every 5 seconds until it is back.
            </Banner>
          )}
          {contacts.data ? (
            <Queue
              lanes={lanes}
              selected={contact}
              onClaim={claim.mutate}
              claiming={claim.isPending ? claim.variables : undefined}
            />
          ) : contacts.isError ? (
            <ErrorState title="Could not load the queue" onRetry={() => void contacts.refetch()}>
              {wordsOf(contacts.error)} Visitors keep their place.
            </ErrorState>
          ) : (
            <Skeleton label="Loading the queue" lines={8} />
          )}
        </div>
        {contact === undefined ? (
          <div className={styles.nobody}>
            <EmptyState icon={MessagesSquare} title="No contact is open">
              Choose one from the queue, or press Q to pick up the next.
            </EmptyState>
          </div>
        ) : (
          <ContactView key={contact} id={contact} onClaim={claim.mutate} claiming={claim.isPending} />
        )}
      </div>
    </Page>
  )
}
