import { useState } from 'react'
import { type Collection, knowledgeRoutes } from '../../schema/api/knowledge.ts'
import { call } from '../api.ts'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useKnowledgeAct } from './use-knowledge-act.ts'

interface WriteDialogProps {
  question: string
  /** Ids of the asked questions that it answers. */
  asked: readonly string[]
  collections: readonly Collection[]
  onClose: () => void
}

/** Writes the answer to a question. It is a document of its own, and answers nothing before it is approved. */
export function WriteDialog({ question, asked, collections, onClose }: WriteDialogProps) {
  const [given, setGiven] = useState({ question, answer: '', collection: collections[0]?.id ?? '' })
  const write = useKnowledgeAct({
    act: () => call(knowledgeRoutes.write, { body: { ...given, asked: [...asked] } }),
    done: () => 'Written. Approve it, and it answers.',
    onDone: onClose,
  })
  return (
    <Dialog
      open
      fieldFirst
      onClose={onClose}
      title="Write an answer"
      verb="Keep the answer"
      busy={write.isPending}
      disabled={given.question.trim().length < 3 || given.answer.trim().length < 3 || given.collection === ''}
      onConfirm={() => write.mutate()}
    >
      <TextField
        label="Question"
        value={given.question}
        onChange={(next) => setGiven({ ...given, question: next })}
        maxLength={500}
      />
      <TextArea
        label="Answer"
        help="Plain words. What stands here is quoted as it is."
        value={given.answer}
        onChange={(answer) => setGiven({ ...given, answer })}
        maxLength={8_000}
        rows={6}
        autoFocus
      />
      <SelectField
        label="Collection"
        options={collections.map(({ id: value, name: label }) => ({ value, label }))}
        value={given.collection}
        onChange={(collection) => setGiven({ ...given, collection })}
      />
    </Dialog>
  )
}
