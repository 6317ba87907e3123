import { useState } from 'react'
import { type ContactDetail, inboxRoutes } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useContactAct } from './use-contact-act.ts'

/** Words by which contacts are found again. */
export function TagsDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  const [text, setText] = useState(contact.tags.join(', '))
  const tags = text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
  const save = useContactAct({
    act: () => call(inboxRoutes.tags, { params: { id: contact.id }, body: { tags } }),
    done: () => `Tags of contact ${contact.number} are kept`,
    onDone: onClose,
  })
  return (
    <Dialog
      open
      fieldFirst
      onClose={onClose}
      title={`Tags of contact ${contact.number}`}
      verb="Keep tags"
      busy={save.isPending}
      onConfirm={() => save.mutate()}
    >
      <TextField
        label="Tags"
        help="A comma between them. Never a name or an address."
        value={text}
        onChange={setText}
        autoFocus
        error={save.isError ? wordsOf(save.error) : undefined}
      />
    </Dialog>
  )
}
