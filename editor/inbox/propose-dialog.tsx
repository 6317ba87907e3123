import { useState } from 'react'
import { improveRoutes } from '../../schema/api/improve.ts'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { lastExchange } from './last-exchange.ts'
import { useContactAct } from './use-contact-act.ts'

/** Proposes what was replied here as the answer to everybody who asks the same. */
export function ProposeDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  const [given, setGiven] = useState(() => lastExchange(contact.events))
  const body = { question: given.question.trim(), answer: given.answer.trim() }
  const propose = useContactAct({
    act: () => call(improveRoutes.propose, { params: { id: contact.id }, body }),
    done: () => 'Proposed. It answers nobody before a designer approves it.',
    onDone: onClose,
  })
  return (
    <Dialog
      open
      fieldFirst
      onClose={onClose}
      title="Propose an answer for everybody"
      verb="Propose it"
      busy={propose.isPending}
      disabled={body.question.length < 3 || body.answer.length < 3}
      onConfirm={() => propose.mutate()}
    >
      <p>Take out names, addresses and everything that is about this visitor only.</p>
      <TextField
        label="Question"
        value={given.question}
        onChange={(question) => setGiven({ ...given, question })}
        maxLength={500}
        autoFocus
      />
      <TextArea
        label="Answer"
        value={given.answer}
        onChange={(answer) => setGiven({ ...given, answer })}
        maxLength={8_000}
        rows={6}
      />
      {propose.isError && (
        <Banner tone="emergency" live title="Not proposed.">
          {wordsOf(propose.error)}
        </Banner>
      )}
    </Dialog>
  )
}
