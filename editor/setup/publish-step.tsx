import { useMutation, useQuery } from '@tanstack/react-query'
import { Check, Languages, TriangleAlert, Users, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Session } from '../../schema/api/admin.ts'
import { type FlowDraft, flowsRoutes } from '../../schema/api/flows.ts'
import { isPublishable } from '../../schema/flow-issue.ts'
import { call, wordsOf } from '../api.ts'
import { Pane, PaneFoot } from '../frame/pane.tsx'
import { hasRole } from '../session.ts'
import { Banner } from '../ui/banner.tsx'
import { Button, ButtonLink } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { nameLocales } from '../ui/name-locales.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './setup.module.css'

interface PublishStepProps {
  flow: string
  session: Session
  onPublished: () => void
}

/** Step 3: what Signpost found in the draft, and the button that makes it live. */
export function PublishStep({ flow, session, onPublished }: PublishStepProps) {
  const draft = useQuery({
    queryKey: ['flows', flow],
    queryFn: () => call(flowsRoutes.get, { params: { id: flow } }),
  })
  const publish = useMutation({
    mutationFn: (revision: number) =>
      call(flowsRoutes.publish, { params: { id: flow }, body: { revision, reason: 'First version' } }),
    onSuccess: onPublished,
  })
  return (
    <Pane heading="Ready to publish" words="This is what Signpost found when it checked the flow." focusHeading>
      {draft.isPending && <Skeleton label="Checking the flow" />}
      {draft.isError && (
        <ErrorState onRetry={() => void draft.refetch()}>{wordsOf(draft.error)} Your flow is kept.</ErrorState>
      )}
      {draft.data && (
        <>
          <ul className={styles.checks}>
            <Findings draft={draft.data} />
            <OnDuty session={session} />
          </ul>
          {publish.isError && (
            <Banner tone="emergency" live title="Not published.">
              {wordsOf(publish.error)}
            </Banner>
          )}
          <PaneFoot>
            <Button
              variant="primary"
              size="l"
              busy={publish.isPending}
              isDisabled={!isPublishable(draft.data.issues)}
              onPress={() => publish.mutate(draft.data.revision)}
            >
              Publish version 1
            </Button>
            <ButtonLink size="l" href={`/flows/${flow}`}>
              Change it first
            </ButtonLink>
          </PaneFoot>
        </>
      )}
    </Pane>
  )
}

function Findings({ draft }: { draft: FlowDraft }) {
  const { flow, issues } = draft
  const faults = issues.filter((issue) => issue.severity === 'fault').length
  const advice = issues.length - faults
  return (
    <>
      {faults > 0 ? (
        <Finding
          icon={<X size={16} />}
          look="fault"
          title={`${faults} ${faults === 1 ? 'fault stops' : 'faults stop'} publishing`}
        >
          Change the flow first: each fault is named there with its fix.
        </Finding>
      ) : (
        <Finding icon={<Check size={16} />} title="No faults found">
          {flow.nodes.length} nodes and {flow.edges.length} ways between them were checked.
        </Finding>
      )}
      {advice > 0 && (
        <Finding
          icon={<TriangleAlert size={16} />}
          look="waiting"
          title={`${advice} ${advice === 1 ? 'piece' : 'pieces'} of advice`}
        >
          They do not stop publishing. You find them beside the flow.
        </Finding>
      )}
      <Finding icon={<Languages size={16} />} title={nameLocales(flow.locales)}>
        Visitors can change language at any moment.
      </Finding>
    </>
  )
}

function OnDuty({ session }: { session: Session }) {
  return (
    <Finding icon={<Users size={16} />} look="waiting" title="Nobody else is on duty yet">
      {hasRole(session, 'operator', 'supervisor')
        ? 'Contacts that need a person wait in your inbox.'
        : 'Visitors who need a person see 101 and 999. Add your team after this.'}
    </Finding>
  )
}

function Finding({
  icon,
  look,
  title,
  children,
}: {
  icon: ReactNode
  look?: 'waiting' | 'fault'
  title: string
  children: ReactNode
}) {
  return (
    <li>
      <span className={look ? `${styles.mark} ${styles[look]}` : styles.mark} aria-hidden="true">
        {icon}
      </span>
      <div>
        <b>{title}</b>
        <small>{children}</small>
      </div>
    </li>
  )
}
