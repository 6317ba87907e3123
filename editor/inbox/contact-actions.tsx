import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CornerUpLeft, X } from 'lucide-react'
import { useState } from 'react'
import { type ContactDetail, inboxRoutes } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { Button } from '../ui/button.tsx'
import { showToast } from '../ui/toast.tsx'
import { CloseDialog } from './close-dialog.tsx'
import styles from './inbox.module.css'
import { useInboxKeys } from './use-inbox-keys.ts'

/** The two ways to let go of a contact: back to the flow, or closed with an outcome. */
export function ContactActions({ contact }: { contact: ContactDetail }) {
  const [closing, setClosing] = useState(false)
  const queries = useQueryClient()
  const giveBack = useMutation({
    mutationFn: () => call(inboxRoutes.giveBack, { params: { id: contact.id }, body: {} }),
    onSuccess: () => showToast(`Contact ${contact.number} is with the flow again`),
    onError: (error) => showToast(`Not handed back. ${wordsOf(error)}`, { tone: 'fault' }),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }),
  })
  useInboxKeys({ 'alt c': () => setClosing(true), 'alt h': () => !giveBack.isPending && giveBack.mutate() })
  return (
    <div className={styles.actions}>
      <Button
        size="s"
        busy={giveBack.isPending}
        onPress={() => giveBack.mutate()}
        icon={<CornerUpLeft size={14} aria-hidden="true" />}
      >
        Hand back
      </Button>
      <Button size="s" onPress={() => setClosing(true)} icon={<X size={14} aria-hidden="true" />}>
        Close…
      </Button>
      {closing && <CloseDialog contact={contact} onDone={() => setClosing(false)} />}
    </div>
  )
}
