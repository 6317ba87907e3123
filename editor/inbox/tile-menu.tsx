import {
  BookPlus,
  CornerUpLeft,
  Ellipsis,
  MessageCircleQuestion,
  MessageSquareQuote,
  OctagonAlert,
  Plug,
  Scale,
  Tag,
  X,
} from 'lucide-react'
import { useState } from 'react'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu } from '../ui/menu.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { HandBackDialog } from './hand-back-dialog.tsx'
import { IntentDialog } from './intent-dialog.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import { SystemDialog } from './system-dialog.tsx'
import { TagsDialog } from './tags-dialog.tsx'
import { ThriveDialog } from './thrive-dialog.tsx'
import { ToldDialog } from './told-dialog.tsx'
import { useInboxKeys } from './use-inbox-keys.ts'
import { WhyDialog } from './why-dialog.tsx'

type Open = 'system' | 'back' | 'close' | 'intent' | 'tags' | 'why' | 'thrive' | 'told' | 'propose'

/** What else can be done with a contact that one has. */
export function TileMenu({ contact, active }: { contact: ContactDetail; active: boolean }) {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  useInboxKeys(active ? { 'alt h': () => setOpen('back'), 'alt c': () => setOpen('close') } : {})
  const icon = (Icon: typeof Tag) => <Icon size={16} aria-hidden="true" />
  return (
    <>
      <Menu
        label={`More for contact ${contact.number}`}
        placement="top start"
        items={[
          {
            id: 'back',
            label: 'Hand back to the flow…',
            keys: 'Alt H',
            icon: icon(CornerUpLeft),
            onAction: () => setOpen('back'),
          },
          { id: 'system', label: 'Use another system…', icon: icon(Plug), onAction: () => setOpen('system') },
          { id: 'thrive', label: 'Judge and grade…', icon: icon(Scale), onAction: () => setOpen('thrive') },
          {
            id: 'told',
            label: 'What they were told…',
            icon: icon(MessageSquareQuote),
            onAction: () => setOpen('told'),
          },
          { id: 'tags', label: 'Tags…', icon: icon(Tag), onAction: () => setOpen('tags') },
          {
            id: 'intent',
            label: 'Wrong intent…',
            icon: icon(MessageCircleQuestion),
            onAction: () => setOpen('intent'),
          },
          ...(contact.verdict === 'none'
            ? [{ id: 'propose', label: 'Propose an answer…', icon: icon(BookPlus), onAction: () => setOpen('propose') }]
            : []),
          { id: 'why', label: 'How it was judged…', icon: icon(OctagonAlert), onAction: () => setOpen('why') },
          {
            id: 'close',
            label: 'Close with outcome…',
            keys: 'Alt C',
            icon: icon(X),
            apart: true,
            onAction: () => setOpen('close'),
          },
        ]}
      >
        <IconButton size="s" label="More" icon={<Ellipsis size={16} aria-hidden="true" />} />
      </Menu>
      {open === 'back' && <HandBackDialog contact={contact} onClose={close} />}
      {open === 'close' && <CloseDialog contact={contact} onDone={close} />}
      {open === 'tags' && <TagsDialog contact={contact} onClose={close} />}
      {open === 'system' && <SystemDialog contact={contact} onClose={close} />}
      {open === 'thrive' && <ThriveDialog contact={contact} onClose={close} />}
      {open === 'told' && <ToldDialog contact={contact} onClose={close} />}
      {open === 'intent' && <IntentDialog contact={contact} onClose={close} />}
      {open === 'propose' && <ProposeDialog contact={contact} onClose={close} />}
      {open === 'why' && <WhyDialog contact={contact} onClose={close} />}
    </>
  )
}
