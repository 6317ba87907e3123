import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { correctionsRoutes } from '../../schema/api/corrections.ts'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { intentQuery } from './intent-query.ts'
import { useContactAct } from './use-contact-act.ts'

/** Says what the visitor meant, where the flow took them to mean something else. */
export function IntentDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  const [meant, setMeant] = useState<string | null>(null)
  const params = { id: contact.id }
  const offer = useQuery(intentQuery(contact.id))
  const correct = useContactAct({
    act: () => call(correctionsRoutes.correct, { params, body: { meant: meant ?? '' } }),
    done: () => 'Thank you. A supervisor decides whether Signpost learns it.',
    onDone: onClose,
  })
  const words = offer.data?.words ?? ''
  const failed = correct.error ?? offer.error
  return (
    <Dialog
      open
      onClose={onClose}
      title={`What did contact ${contact.number} mean?`}
      verb="Put it right"
      busy={correct.isPending}
      disabled={meant === null || words === ''}
      onConfirm={() => correct.mutate()}
    >
      {!offer.data && !offer.isError && <Skeleton label="Looking at what was understood" lines={3} />}
      {offer.data && words === '' && (
        <p>The visitor chose from the menu: “{offer.data.understood.label}”. There are no words to learn from.</p>
      )}
      {offer.data && words !== '' && (
        <>
          <p>
            “{words}” was taken for <b>{offer.data.understood.label}</b>. This contact stays where it is: transfer it if
            another team has to answer.
          </p>
          <SelectField
            label="They meant"
            placeholder="Choose what they meant"
            options={offer.data.intents
              .filter(({ id }) => id !== offer.data.understood.id)
              .map(({ id, label }) => ({ value: id, label }))}
            value={meant}
            onChange={setMeant}
          />
        </>
      )}
      {failed && (
        <Banner tone="emergency" live title="Not kept.">
          {wordsOf(failed)}
        </Banner>
      )}
    </Dialog>
  )
}
