import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { FlowIssue } from '../../../schema/flow-issue.ts'
import { parseFlowText } from '../../../schema/parse-flow.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ImportRefusal } from '../../ui/import-refusal.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { useBuilder } from '../builder-context.tsx'
import { replaceFlow } from '../commands/settings.ts'

interface ImportDialogProps {
  open: boolean
  /** What was dropped or pasted. */
  first?: string | undefined
  onClose: () => void
}

/** Puts a flow document in the place of the draft: from a file, or pasted. It is one step, which Undo takes back. */
export function ImportDialog({ open, first = '', onClose }: ImportDialogProps) {
  const { store, definitions } = useBuilder()
  const [text, setText] = useState(first)
  const [issues, setIssues] = useState<readonly FlowIssue[]>([])

  function take(document: string) {
    const parsed = parseFlowText(document, definitions)
    if (!parsed.ok) {
      setIssues(parsed.issues)
      return
    }
    store
      .getState()
      .act({ label: `Imported ${parsed.flow.name}`, toast: true }, (flow) => replaceFlow(flow, parsed.flow))
    setText('')
    setIssues([])
    onClose()
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      wide
      title="Import over this draft"
      verb="Import over the draft"
      disabled={text.trim() === ''}
      onConfirm={() => take(text)}
    >
      <p>The document takes the place of what is drawn here. Undo brings it back. The published versions stay.</p>
      <div>
        <FileTrigger
          acceptedFileTypes={['application/json', '.json']}
          onSelect={async (files) => {
            const file = files?.[0]
            if (file) setText(await file.text())
          }}
        >
          <Button>Choose a file</Button>
        </FileTrigger>
      </div>
      <TextArea label="Or paste a flow document" mono rows={8} value={text} onChange={setText} />
      {issues.length > 0 && <ImportRefusal issues={issues} words={issues[0]?.message ?? ''} />}
    </Dialog>
  )
}
