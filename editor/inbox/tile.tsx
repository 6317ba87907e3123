import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { wordsOf } from '../api.ts'
import { contactQuery } from '../inbox-queries.ts'
import { classes } from '../ui/classes.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { OthersTile } from './others-tile.tsx'
import { TaskItem } from './task-item.tsx'
import styles from './tile.module.css'
import { TileGathered } from './tile-gathered.tsx'
import { TileHead } from './tile-head.tsx'
import { TileLog } from './tile-log.tsx'
import { TileReply } from './tile-reply.tsx'
import { useDepartmentName } from './use-department-name.ts'
import { useIsMine } from './use-is-mine.ts'
import { activateTile, closeTile, useTiles } from './use-tiles.ts'

/** One contact in its column, always in the same order: flags, summary, gathered, talk, suggestions, reply. */
export function Tile({ id, place }: { id: string; place: number }) {
  const { data: contact, isError, error, refetch } = useQuery(contactQuery(id))
  const active = useTiles((tiles) => tiles.active === place - 1)
  const looked = useTiles((tiles) => tiles.looked.has(id))
  const tile = useRef<HTMLElement>(null)
  return (
    <article
      ref={tile}
      className={classes(styles.tile, active && styles.active, contact && styles[contact.verdict])}
      aria-label={`Tile ${place}${contact ? `, contact ${contact.number}` : ''}`}
      data-region
      data-tile={place}
      data-active={active}
      data-contact-number={contact?.number}
      tabIndex={-1}
      onFocus={() => activateTile(place - 1)}
      onPointerDown={() => activateTile(place - 1)}
    >
      {contact ? (
        <Whole contact={contact} place={place} active={active} onClose={looked ? () => closeTile(id) : undefined} />
      ) : isError ? (
        <ErrorState title="Could not load this contact" onRetry={() => void refetch()}>
          {wordsOf(error)} The visitor keeps their place.
        </ErrorState>
      ) : (
        <Skeleton label="Loading the contact" lines={8} />
      )}
    </article>
  )
}

interface WholeProps {
  contact: ContactDetail
  place: number
  active: boolean
  onClose?: () => void
}
function Whole({ contact, place, active, onClose }: WholeProps) {
  const mine = useIsMine(contact)
  const departmentName = useDepartmentName(contact.department)
  return (
    <>
      <TileHead contact={contact} place={place} departmentName={departmentName} onClose={onClose} />
      {contact.summary !== '' && (
        <div className={styles.summary}>
          <h3 className={styles.part}>Summary</h3>
          <p>{contact.summary}</p>
        </div>
      )}
      <TileGathered contact={contact} />
      <TileLog contact={contact} active={active} />
      <div className={styles.foot}>
        {contact.tasks.map((task) => (
          <TaskItem key={task.id} task={task} number={contact.number} />
        ))}
        {mine ? <TileReply contact={contact} active={active} /> : <OthersTile contact={contact} active={active} />}
      </div>
    </>
  )
}
