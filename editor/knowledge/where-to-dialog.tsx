import { useState } from 'react'
import type { Collection } from '../../schema/api/knowledge.ts'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useSending } from './use-sending.ts'

interface WhereToDialogProps {
  files: readonly File[]
  collections: readonly Collection[]
  onClose: () => void
}

/** Asks which collection files go into, where none is shown that they would go into by themselves. */
export function WhereToDialog({ files, collections, onClose }: WhereToDialogProps) {
  const [collection, setCollection] = useState<string | null>(null)
  const { add } = useSending()
  return (
    <Dialog
      open
      onClose={onClose}
      title={files.length === 1 ? `Add “${files[0]?.name}”` : `Add ${files.length} files`}
      verb="Add"
      disabled={collection === null}
      onConfirm={() => {
        if (collection !== null) add(files, { collection })
        onClose()
      }}
    >
      <p>Visitors are answered from a collection where a flow looks in it. Nothing is used before it is approved.</p>
      <SelectField
        label="Collection"
        options={collections.map(({ id: value, name: label }) => ({ value, label }))}
        value={collection}
        onChange={setCollection}
        placeholder="Choose a collection"
      />
    </Dialog>
  )
}
