import { useQuery } from '@tanstack/react-query'
import { FileUp, Plus, SearchX, Workflow } from 'lucide-react'
import { useState } from 'react'
import type { FlowSummary } from '../../schema/api/flows.ts'
import { wordsOf } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { SearchField } from '../ui/search-field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { flowsQuery } from './flow-queries.ts'
import { FlowTable } from './flow-table.tsx'
import styles from './flows.module.css'
import { ImportDialog } from './import-dialog.tsx'
import { NewFlowDialog } from './new-flow-dialog.tsx'

/** Every flow of the force: find one, make one, bring one in. */
export function FlowsPage() {
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<'new' | 'import'>()
  const flows = useQuery(flowsQuery)
  const all = flows.data?.flows ?? []
  const found = all.filter((flow) => matches(flow, words))
  const importButton = (
    <Button icon={<FileUp size={16} aria-hidden="true" />} onPress={() => setOpen('import')}>
      Import
    </Button>
  )
  const newButton = (
    <Button variant="primary" icon={<Plus size={16} aria-hidden="true" />} onPress={() => setOpen('new')}>
      New flow
    </Button>
  )
  return (
    <Page
      title="Flows"
      actions={
        <>
          {importButton}
          {newButton}
        </>
      }
    >
      <div className={styles.page}>
        {all.length > 0 && (
          <div className={styles.find}>
            <SearchField label="Find a flow" value={words} onChange={setWords} />
          </div>
        )}
        {flows.isPending && (
          <Panel flush>
            <Skeleton label="Loading flows" lines={6} />
          </Panel>
        )}
        {flows.isError && !flows.data && (
          <Panel flush>
            <ErrorState title="Could not load the flows" onRetry={() => void flows.refetch()}>
              {wordsOf(flows.error)} Your flows are not lost, and live ones go on.
            </ErrorState>
          </Panel>
        )}
        {flows.data && all.length === 0 && (
          <Panel flush>
            <EmptyState icon={Workflow} title="No flows yet" actions={newButton}>
              A flow is the conversation that visitors have with you. Start from a template; you can change every word.
            </EmptyState>
          </Panel>
        )}
        {all.length > 0 && found.length === 0 && (
          <Panel flush>
            <EmptyState
              icon={SearchX}
              title={`No flow matches “${words}”`}
              actions={<Button onPress={() => setWords('')}>Show all flows</Button>}
            />
          </Panel>
        )}
        {found.length > 0 && <FlowTable flows={found} />}
      </div>
      {open === 'new' && <NewFlowDialog onClose={() => setOpen(undefined)} />}
      {open === 'import' && <ImportDialog onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

function matches(flow: FlowSummary, words: string): boolean {
  const text = `${flow.name} ${flow.description} ${flow.id}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
