import { useState } from 'react'
import { type ContactDetail, inboxRoutes } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { NoteBox } from './note-box.tsx'
import { SystemDialog } from './system-dialog.tsx'
import { ThriveDialog } from './thrive-dialog.tsx'
import styles from './tile.module.css'
import { useClaim } from './use-claim.ts'
import { useContactAct } from './use-contact-act.ts'
import { useSupervises } from './use-supervises.ts'

/** The foot of a contact that is not one's own: pick it up, or as who supervises it watch, whisper, take over, judge. */
export function OthersTile({ contact, active }: { contact: ContactDetail; active: boolean }) {
  const { user } = useSession()
  const supervises = useSupervises(contact.department)
  const watching = contact.watchers.some(({ id }) => id === user.id)
  const claim = useClaim()
  // What was not recorded in another system can be sent also when the visitor has gone.
  const [using, setUsing] = useState(false)
  const [judging, setJudging] = useState(false)
  const params = { id: contact.id }
  const watch = useContactAct({
    act: () => call(inboxRoutes.watch, { params, body: { watching: !watching } }),
    done: () => (watching ? 'You no longer watch' : 'You are watching. Whoever has the contact sees it.'),
  })
  const takeOver = useContactAct({
    act: () => call(inboxRoutes.assign, { params, body: { person: user.id } }),
    done: () => `Contact ${contact.number} is yours`,
  })
  const error = watch.error ?? takeOver.error
  return (
    <>
      {supervises && contact.owner && (
        <NoteBox contact={contact} label={`Whisper to ${contact.owner.name}`} verb="Whisper" />
      )}
      <div className={styles.only}>
        <p>{standingOf(contact)}</p>
        {error && (
          <p className={styles.error} role="alert">
            Not done. {wordsOf(error)}
          </p>
        )}
        <div>
          {contact.status === 'waiting' && (
            <Button
              size="s"
              variant="primary"
              busy={claim.isPending}
              onPress={() => claim.mutate(contact.id)}
              autoFocus={active}
            >
              Pick up
            </Button>
          )}
          {supervises && contact.status !== 'closed' && contact.status !== 'waiting' && (
            <Button size="s" busy={takeOver.isPending} onPress={() => takeOver.mutate()}>
              Take over
            </Button>
          )}
          {contact.status === 'closed' && (
            <Button size="s" onPress={() => setUsing(true)}>
              Use another system
            </Button>
          )}
          {supervises && contact.status !== 'closed' && (
            <Button size="s" onPress={() => setJudging(true)}>
              Judge and grade
            </Button>
          )}
          {supervises && (contact.owner || watching) && (
            <Button size="s" busy={watch.isPending} onPress={() => watch.mutate()}>
              {watching ? 'Stop watching' : 'Watch'}
            </Button>
          )}
        </div>
      </div>
      {using && <SystemDialog contact={contact} onClose={() => setUsing(false)} />}
      {judging && <ThriveDialog contact={contact} onClose={() => setJudging(false)} />}
    </>
  )
}

function standingOf({ status, owner }: ContactDetail): string {
  if (status === 'closed') return 'This contact is closed.'
  if (status === 'waiting') return 'This contact waits for a person.'
  return owner ? `${owner.name} is answering.` : 'The flow is answering. Nobody is needed yet.'
}
