import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ContactDetail, inboxRoutes } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useContactAct } from './use-contact-act.ts'

const cameFrom = ''

/** Gives a contact back to the flow: where it came from, or at a step that is chosen. */
export function HandBackDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  const [node, setNode] = useState(cameFrom)
  const places = useQuery({
    queryKey: ['places', contact.id],
    queryFn: ({ signal }) => call(inboxRoutes.places, { params: { id: contact.id }, signal }),
  })
  const giveBack = useContactAct({
    act: () => call(inboxRoutes.giveBack, { params: { id: contact.id }, body: node === cameFrom ? {} : { node } }),
    done: () => `Contact ${contact.number} is with the flow again`,
    onDone: onClose,
  })
  return (
    <Dialog
      open
      fieldFirst
      onClose={onClose}
      title={`Hand contact ${contact.number} back to the flow?`}
      verb="Hand back"
      busy={giveBack.isPending}
      onConfirm={() => giveBack.mutate()}
    >
      <p>The automated conversation goes on. The visitor sees that you have left.</p>
      <SelectField
        label="It goes on at"
        options={[
          { value: cameFrom, label: 'Where the flow says' },
          ...(places.data?.places ?? []).map((place) => ({ value: place.node, label: place.name })),
        ]}
        value={node}
        onChange={setNode}
        autoFocus
      />
      {giveBack.isError && (
        <Banner tone="emergency" live title="Not handed back.">
          {wordsOf(giveBack.error)}
        </Banner>
      )}
    </Dialog>
  )
}
