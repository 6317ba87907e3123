import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { FileJson } from 'lucide-react'
import { useState } from 'react'
import { type DropItem, DropZone, FileTrigger, Text } from 'react-aria-components'
import { z } from 'zod'
import { flowsRoutes, largestFlow } from '../../schema/api/flows.ts'
import { FlowIssue } from '../../schema/flow-issue.ts'
import { ApiError, call, wordsOf } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ImportRefusal } from '../ui/import-refusal.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { showToast } from '../ui/toast.tsx'
import { flowsQuery } from './flow-queries.ts'
import styles from './flows.module.css'

interface ImportDialogProps {
  /** What was dropped on the page or pasted into it. */
  first?: { name?: string; text: string }
  onClose: () => void
}

/** Brings a flow document in: picked, dropped or pasted. A broken or newer one is refused with every place named. */
export function ImportDialog({ first, onClose }: ImportDialogProps) {
  const [pasted, setPasted] = useState(first?.name === undefined ? (first?.text ?? '') : '')
  const [read, setRead] = useState(first?.name === undefined ? undefined : { name: first.name, text: first.text })
  const [unreadable, setUnreadable] = useState<string>()
  const text = read?.text ?? pasted
  const queries = useQueryClient()
  const router = useRouter()
  const bringIn = useMutation({
    mutationFn: () => call(flowsRoutes.create, { body: { document: text } }),
    onSuccess: async ({ id, issues }) => {
      await queries.invalidateQueries({ queryKey: flowsQuery.queryKey })
      const faults = issues.filter((issue) => issue.severity === 'fault').length
      showToast(
        faults === 0
          ? 'The flow is in'
          : `The flow is in, with ${faults} ${faults === 1 ? 'fault' : 'faults'} to put right`,
      )
      router.history.push(`/flows/${id}`)
    },
  })
  const take = async (file: File | undefined) => {
    if (!file) return
    bringIn.reset()
    if (file.size > largestFlow) {
      setUnreadable(`${file.name} is larger than 5 MB, too large for a flow.`)
      return
    }
    setUnreadable(undefined)
    setPasted('')
    setRead({ name: file.name, text: await file.text() })
  }
  const takeDropped = async (items: readonly DropItem[]) => {
    const file = items.find((item) => item.kind === 'file')
    await take(await file?.getFile())
  }
  return (
    <Dialog
      open
      wide
      fieldFirst
      onClose={onClose}
      title="Import a flow"
      verb="Import the flow"
      disabled={text.trim() === ''}
      busy={bringIn.isPending}
      onConfirm={() => bringIn.mutate()}
    >
      <DropZone className={styles.drop} onDrop={(event) => void takeDropped(event.items)}>
        <FileJson size={24} strokeWidth={1.75} aria-hidden="true" />
        <Text slot="label">{read ? `${read.name} is ready` : 'Drop a flow file here'}</Text>
        <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => void take(files?.[0])}>
          <Button autoFocus>Choose a file</Button>
        </FileTrigger>
      </DropZone>
      <TextArea
        label="Or paste its text"
        mono
        rows={6}
        value={pasted}
        onChange={(words) => {
          setPasted(words)
          setRead(undefined)
          bringIn.reset()
        }}
        error={unreadable}
      />
      {bringIn.isError && <ImportRefusal issues={issuesOf(bringIn.error)} words={wordsOf(bringIn.error)} />}
    </Dialog>
  )
}

const Refused = z.union([
  z.array(FlowIssue),
  z.object({ issues: z.array(FlowIssue) }).transform(({ issues }) => issues),
])

function issuesOf(error: Error): FlowIssue[] {
  const parsed = Refused.safeParse(error instanceof ApiError ? error.details : undefined)
  return parsed.success ? parsed.data : []
}
