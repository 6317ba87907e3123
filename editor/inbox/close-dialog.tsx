import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type ContactDetail, inboxRoutes } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { Banner } from '../ui/banner.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { RadioGroupField } from '../ui/radio-group-field.tsx'
import { showToast } from '../ui/toast.tsx'

const outcomes = [
  { value: 'resolved', label: 'Resolved', help: 'The visitor has what they came for' },
  { value: 'passed-on', label: 'Passed on', help: 'Another team or service has it' },
  { value: 'visitor-left', label: 'The visitor left' },
  { value: 'no-action', label: 'No action needed' },
]

/** Asks how it ended. The flow then goes on with its survey, or the contact closes. */
export function CloseDialog({ contact, onDone }: { contact: ContactDetail; onDone: () => void }) {
  const [outcome, setOutcome] = useState('resolved')
  const queries = useQueryClient()
  const close = useMutation({
    mutationFn: () => call(inboxRoutes.close, { params: { id: contact.id }, body: { outcome } }),
    onSuccess: () => {
      showToast(`Contact ${contact.number} is closed`)
      onDone()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }),
  })
  return (
    <Dialog
      open
      fieldFirst
      onClose={onDone}
      title={`Close contact ${contact.number}?`}
      verb="Close the contact"
      busy={close.isPending}
      onConfirm={() => close.mutate()}
    >
      <p>The visitor sees that you have left. The flow may ask them how it went.</p>
      <RadioGroupField label="Outcome" options={outcomes} value={outcome} onChange={setOutcome} autoFocus />
      {close.isError && (
        <Banner tone="emergency" live title="Not closed.">
          {wordsOf(close.error)}
        </Banner>
      )}
    </Dialog>
  )
}
