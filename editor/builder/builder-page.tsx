import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { definitions } from '../../nodes/definitions.ts'
import { type FlowDraft, flowsRoutes } from '../../schema/api/flows.ts'
import { call, wordsOf } from '../api.ts'
import { useSession } from '../session.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { setPageTitle } from '../ui/page-title.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './builder.module.css'
import { Builder } from './builder.tsx'
import type { Builder as BuilderParts } from './builder-context.tsx'
import { createBuilder } from './create-builder.ts'
import { DocumentBar } from './document-bar.tsx'
import { ForceContext } from './inspector/force-context.ts'
import { createPresence, PresenceContext } from './presence/presence-store.ts'
import { usePresence } from './presence/use-presence.ts'
import { saveDraft } from './save-draft.ts'
import { type Autosave, startAutosave } from './store/autosave.ts'
import { openDraftKeeper } from './store/draft-keeper.ts'
import { openHistoryKeeper } from './store/history-keeper.ts'
import { openDraft } from './store/open-draft.ts'
import { rememberHistory } from './store/remember-history.ts'
import { useForceOptions } from './use-force-options.ts'

/** What to show of a flow at once. */
interface Place {
  node?: string | undefined
  field?: string | undefined
}

/** One flow, open for drawing. */
export function BuilderPage({ flowId, place = {} }: { flowId: string; place?: Place }) {
  const draft = useQuery({
    queryKey: ['flow', flowId, 'draft'],
    queryFn: () => call(flowsRoutes.get, { params: { id: flowId } }),
    // The open document is the truth from here on; the server's is asked for again when the page opens again.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (draft.data) return <OpenFlow key={flowId} draft={draft.data} place={place} />
  return (
    <main id="main" className={styles.waiting}>
      {draft.error ? (
        <ErrorState title="The flow could not be opened" onRetry={() => void draft.refetch()}>
          {wordsOf(draft.error)}
        </ErrorState>
      ) : (
        <Skeleton label="Opening the flow" lines={6} />
      )}
    </main>
  )
}

/** The document and its autosave, which live as long as the page. */
function OpenFlow({ draft, place }: { draft: FlowDraft; place: Place }) {
  const [open, setOpen] = useState<{ builder: BuilderParts; autosave: Autosave; store: BuilderParts['store'] }>()
  const force = useForceOptions(draft.id)
  const [presence] = useState(createPresence)
  const { user } = useSession()

  useEffect(() => {
    const keeper = openDraftKeeper(draft.id)
    const builder = createBuilder(openDraft(draft, keeper), definitions)
    const autosave = startAutosave(
      builder.store,
      (flow, revision, leaving) => saveDraft(draft.id, flow, revision, leaving),
      keeper,
    )
    const memory = rememberHistory(builder.store, openHistoryKeeper(draft.id, user.id))
    const onOnline = () => void autosave.flush()
    const onHide = () => {
      memory.flush()
      void autosave.leave()
    }
    window.addEventListener('online', onOnline)
    window.addEventListener('pagehide', onHide)
    setPageTitle(`${builder.store.getState().history.present.name} · Flows`)
    setOpen({ builder, autosave, store: builder.store })
    return () => {
      window.removeEventListener('online', onOnline)
      window.removeEventListener('pagehide', onHide)
      void autosave.flush()
      autosave.stop()
      memory.stop()
    }
  }, [draft, user.id])

  const { node, field } = place
  useEffect(() => {
    if (open && (node ?? field) !== undefined) open.store.getState().focus(node, field)
  }, [open, node, field])

  usePresence(draft.id, open, presence)
  if (!open) return null
  return (
    <ForceContext value={force}>
      <PresenceContext value={presence}>
        <Builder
          builder={open.builder}
          topBar={(onProblems) => <DocumentBar flowId={draft.id} autosave={open.autosave} onProblems={onProblems} />}
        />
      </PresenceContext>
    </ForceContext>
  )
}
