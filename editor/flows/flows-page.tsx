import { useQuery } from '@tanstack/react-query'
import { FileUp, Plus, SearchX, Workflow } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { FlowSummary } from '../../schema/api/flows.ts'
import { wordsOf } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
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
import { TagFilter } from './tag-filter.tsx'
import { type DroppedFlow, useDroppedFlow } from './use-dropped-flow.ts'

/** Every flow of the force: find one, make one, bring one in. */
export function FlowsPage() {
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<'new' | 'import'>()
  const [tag, setTag] = useState<string>()
  const [dropped, setDropped] = useState<DroppedFlow>()
  const take = useCallback((flow: DroppedFlow) => {
    setDropped(flow)
    setOpen('import')
  }, [])
  const drop = useDroppedFlow(take)
  const flows = useQuery(flowsQuery)
  const all = flows.data?.flows ?? []
  const tags = [...new Set(all.flatMap((flow) => flow.tags))].sort((a, b) => a.localeCompare(b))
  const wanted = tag !== undefined && tags.includes(tag) ? tag : undefined
  const found = all.filter((flow) => matches(flow, words) && (wanted === undefined || flow.tags.includes(wanted)))
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
      <div className={classes(styles.page, drop.over && styles.over)} {...drop.handlers}>
        {all.length > 0 && (
          <div className={styles.filters}>
            <div className={styles.find}>
              <SearchField label="Find a flow" value={words} onChange={setWords} />
            </div>
            {tags.length > 0 && <TagFilter tags={tags} chosen={wanted} onChoose={setTag} />}
            <p className={styles.count} role="status">
              {found.length === all.length ? `${all.length} flows` : `${found.length} of ${all.length} flows`}
            </p>
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
              title={words === '' ? `No flow is tagged “${wanted}”` : `No flow matches “${words}”`}
              actions={
                <Button
                  onPress={() => {
                    setWords('')
                    setTag(undefined)
                  }}
                >
                  Show all flows
                </Button>
              }
            />
          </Panel>
        )}
        {found.length > 0 && <FlowTable flows={found} />}
      </div>
      {open === 'new' && <NewFlowDialog onClose={() => setOpen(undefined)} />}
      {open === 'import' && (
        <ImportDialog
          first={dropped}
          onClose={() => {
            setOpen(undefined)
            setDropped(undefined)
          }}
        />
      )}
      {drop.over && <p className={styles.dropHint}>Drop the flow file to import it</p>}
    </Page>
  )
}

function matches(flow: FlowSummary, words: string): boolean {
  const text = `${flow.name} ${flow.description} ${flow.id} ${flow.tags.join(' ')}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
