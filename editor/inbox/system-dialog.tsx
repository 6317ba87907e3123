import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plug } from 'lucide-react'
import { useState } from 'react'
import { type DeskAction, type DeskCall, deskCallsRoutes } from '../../schema/api/desk-calls.ts'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FilledRequestView } from '../ui/tried-request.tsx'
import styles from './system-dialog.module.css'
import { SystemResult } from './system-result.tsx'

/** Something done in another system for a contact: chosen, filled in, shown as it leaves, and only then sent. */
export function SystemDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  const { data, error } = useQuery({
    queryKey: ['desk-actions', contact.id],
    queryFn: ({ signal }) => call(deskCallsRoutes.list, { params: { id: contact.id }, signal }),
    staleTime: 0,
  })
  const [chosen, setChosen] = useState<DeskAction>()
  if (chosen)
    return <ActionDialog contact={contact} action={chosen} onBack={() => setChosen(undefined)} onClose={onClose} />
  return (
    <Dialog open wide onClose={onClose} title={`Use another system for contact ${contact.number}`} cancel="Close">
      {error ? (
        <Banner tone="emergency" live title="Could not load the systems.">
          {wordsOf(error)}
        </Banner>
      ) : !data ? (
        <Skeleton label="Loading the systems" lines={3} />
      ) : data.actions.length === 0 ? (
        <EmptyState icon={Plug} title="Nothing to use yet">
          An admin can add actions to a connection, for example creating an incident.
        </EmptyState>
      ) : (
        <ul className={styles.choices}>
          {data.actions.map((action) => (
            <li key={`${action.connection} ${action.id}`}>
              <Button onPress={() => setChosen(action)}>
                {action.name} <small>{action.system}</small>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

interface ActionDialogProps {
  contact: ContactDetail
  action: DeskAction
  onBack: () => void
  onClose: () => void
}
function ActionDialog({ contact, action, onBack, onClose }: ActionDialogProps) {
  const [values, setValues] = useState(action.fields.map(({ value }) => value))
  // Made once for these words, so that sending them again after a lost answer counts once.
  const [key, setKey] = useState(() => crypto.randomUUID())
  const queries = useQueryClient()
  const params = { id: contact.id }
  const filled = { connection: action.connection, action: action.id, values }
  const show = useMutation({ mutationFn: () => call(deskCallsRoutes.show, { params, body: filled }) })
  const send = useMutation<DeskCall, Error>({
    mutationFn: () => call(deskCallsRoutes.send, { params, body: { ...filled, key } }),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }),
  })
  const request = show.data?.request
  const failed = send.error ?? show.error
  if (send.data) return <SystemResult contact={contact} result={send.data} onClose={onClose} />
  return (
    <Dialog
      open
      wide
      fieldFirst
      onClose={onClose}
      title={`${action.name} in ${action.system}`}
      cancel="Cancel"
      verb={request ? (action.reads ? 'Look it up' : 'Send it') : 'Show what is sent'}
      busy={show.isPending || send.isPending}
      onConfirm={() => (request ? send.mutate() : show.mutate())}
    >
      {request ? (
        <>
          <p>This is what leaves. Read it before you go on.</p>
          <FilledRequestView request={request} />
          <div>
            <Button size="s" onPress={() => show.reset()}>
              Change it
            </Button>
          </div>
        </>
      ) : (
        <>
          {action.fields.map((field, at) => (
            <TextField
              // biome-ignore lint/suspicious/noArrayIndexKey: a field has no name but its place
              key={at}
              label={field.label}
              optional={field.optional}
              autoFocus={at === 0}
              value={values[at] ?? ''}
              onChange={(value) => {
                setValues(values.map((one, n) => (n === at ? value : one)))
                setKey(crypto.randomUUID())
                show.reset()
              }}
            />
          ))}
          <div>
            <Button size="s" variant="quiet" onPress={onBack}>
              Another action
            </Button>
          </div>
        </>
      )}
      {show.data?.refused && (
        <Banner tone="waiting" live title="Not sent.">
          {show.data.refused}
        </Banner>
      )}
      {failed && (
        <Banner tone="emergency" live title="Not sent, as far as we know.">
          {wordsOf(failed)} Trying again counts once.
        </Banner>
      )}
    </Dialog>
  )
}
