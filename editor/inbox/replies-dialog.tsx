import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { repliesRoutes } from '../../schema/api/replies.ts'
import { call, wordsOf } from '../api.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { writeDraft } from './drafts.ts'
import { focusTile } from './focus-tile.ts'
import styles from './inbox.module.css'

/** Words that are ready, for this contact. Choosing one puts it into the reply box; nothing is sent. */
export function RepliesDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  const [wanted, setWanted] = useState('')
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['replies', contact.id],
    queryFn: ({ signal }) => call(repliesRoutes.ready, { params: { id: contact.id }, signal }),
    staleTime: 0,
  })
  const found = (data?.replies ?? []).filter(({ title, text }) =>
    `${title} ${text}`.toLowerCase().includes(wanted.trim().toLowerCase()),
  )
  const use = (id: string, text: string) => {
    writeDraft(contact.id, text, { key: `canned:${id}`, text })
    onClose()
    setTimeout(() => focusTile(), 50)
  }
  return (
    <Dialog open wide fieldFirst onClose={onClose} title="Canned replies" cancel="Close">
      <SearchField label="Find a reply" value={wanted} onChange={setWanted} autoFocus />
      {isError ? (
        <ErrorState title="Could not load the replies" onRetry={() => void refetch()}>
          {wordsOf(error)} What you have written is kept.
        </ErrorState>
      ) : !data ? (
        <Skeleton label="Loading the replies" lines={4} />
      ) : found.length === 0 ? (
        <p>{data.replies.length === 0 ? 'There are none for this contact yet.' : 'None of them holds these words.'}</p>
      ) : (
        <ul className={styles.replies}>
          {found.map(({ id, title, text, missing }) => (
            <li key={id}>
              <button type="button" onClick={() => use(id, text)}>
                <b>{title}</b>
                <span>{text}</span>
                {missing.length > 0 && <small>Not known yet: {missing.join(', ')}</small>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
