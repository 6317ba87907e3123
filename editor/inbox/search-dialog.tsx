import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { inboxRoutes } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { departmentsQuery } from '../departments-query.ts'
import { Badge } from '../ui/badge.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { formatMoment } from '../ui/time.tsx'
import { focusTile } from './focus-tile.ts'
import styles from './inbox.module.css'
import { showTile } from './use-tiles.ts'

const anywhere = ''

/** Open and past contacts of one's own departments: by number, name, tag, or words that were said. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('')
  const [department, setDepartment] = useState(anywhere)
  const departments = useQuery(departmentsQuery).data?.departments ?? []
  const asked = text.trim()
  const { data, isError, error, refetch } = useQuery({
    queryKey: ['contact-search', asked, department],
    queryFn: ({ signal }) =>
      call(inboxRoutes.search, { query: { text: asked, ...(department ? { department } : {}) }, signal }),
    enabled: asked.length >= 3,
  })
  return (
    <Dialog open wide fieldFirst onClose={onClose} title="Find a contact" cancel="Close">
      <SearchField label="Number, name or words" value={text} onChange={setText} autoFocus />
      <SelectField
        label="Department"
        options={[
          { value: anywhere, label: 'All that are yours' },
          ...departments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={department}
        onChange={setDepartment}
      />
      {asked.length < 3 ? (
        <p>Type three letters or more. Opening a contact is recorded with your name.</p>
      ) : isError ? (
        <ErrorState title="Could not search" onRetry={() => void refetch()}>
          {wordsOf(error)}
        </ErrorState>
      ) : !data ? (
        <Skeleton label="Searching" lines={4} />
      ) : data.contacts.length === 0 ? (
        <p>None of the contacts that you may see fits.</p>
      ) : (
        <ul className={styles.replies}>
          {data.contacts.map((contact) => (
            <li key={contact.id}>
              <button
                type="button"
                onClick={() => {
                  showTile(contact.id)
                  onClose()
                  setTimeout(() => focusTile(), 50)
                }}
              >
                <b>
                  {contact.name ?? `Contact ${contact.number}`}{' '}
                  {contact.status === 'closed' ? <Badge>Closed</Badge> : <Badge tone="accent">Open</Badge>}
                </b>
                <span>{contact.lastWords || 'Has not written'}</span>
                <small>
                  {contact.number}, {formatMoment(contact.startedAt)}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
