import { useQuery } from '@tanstack/react-query'
import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import { type Gap, improveRoutes } from '../../schema/api/improve.ts'
import type { Collection } from '../../schema/api/knowledge.ts'
import { call, wordsOf } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { formatMoment } from '../ui/time.tsx'
import styles from './knowledge.module.css'
import { gapsQuery } from './knowledge-queries.ts'
import { useKnowledgeAct } from './use-knowledge-act.ts'
import { WriteDialog } from './write-dialog.tsx'

const most = 10

/** What visitors asked and no document answered, most asked first. */
export function GapsPanel({ collections }: { collections: readonly Collection[] }) {
  const gaps = useQuery(gapsQuery)
  const [writing, setWriting] = useState<Gap>()
  const [all, setAll] = useState(false)
  const found = gaps.data?.gaps ?? []
  const shown = all ? found : found.slice(0, most)
  return (
    <Panel title="Gaps: asked, and not answered" flush actions={<span className={styles.hint}>Last 28 days</span>}>
      {gaps.data && gaps.data.asked > 0 && (
        <p className={styles.figures}>
          {gaps.data.asked.toLocaleString('en-GB')} asked, {gaps.data.answered.toLocaleString('en-GB')} answered. Of
          those who said, it helped {gaps.data.helped.toLocaleString('en-GB')} and did not help{' '}
          {gaps.data.notHelped.toLocaleString('en-GB')}.
        </p>
      )}
      {gaps.isError && !gaps.data ? (
        <ErrorState title="Could not load the gaps" onRetry={() => void gaps.refetch()}>
          {wordsOf(gaps.error)}
        </ErrorState>
      ) : !gaps.data ? (
        <Skeleton label="Loading the gaps" lines={4} />
      ) : found.length === 0 ? (
        <EmptyState icon={CircleHelp} title="No gap">
          Questions that no document answers, or whose answer did not help, stand here.
        </EmptyState>
      ) : (
        <ul className={styles.gaps}>
          {shown.map((gap) => (
            <GapRow key={gap.asked[0]} gap={gap} most={found[0]?.count ?? 1} onWrite={() => setWriting(gap)} />
          ))}
        </ul>
      )}
      {found.length > shown.length && (
        <p className={styles.more}>
          <Button size="s" variant="quiet" onPress={() => setAll(true)}>
            Show all {found.length}
          </Button>
        </p>
      )}
      {writing && (
        <WriteDialog
          question={writing.name}
          asked={writing.asked}
          collections={collections}
          onClose={() => setWriting(undefined)}
        />
      )}
    </Panel>
  )
}

function GapRow({ gap, most: highest, onWrite }: { gap: Gap; most: number; onWrite: () => void }) {
  const putAway = useKnowledgeAct({
    act: () => call(improveRoutes.putAway, { body: { asked: gap.asked } }),
    done: () => 'Put away. It comes back when it is asked again.',
  })
  return (
    <li>
      <span className="num">{gap.count}</span>
      <span className={styles.rank} aria-hidden="true">
        <span style={{ width: `${Math.max(4, Math.round((gap.count / highest) * 100))}%` }} />
      </span>
      <details>
        <summary>{gap.name}</summary>
        <ul>
          {gap.questions.map(({ id, at, question, outcome }) => (
            <li key={id}>
              {question}{' '}
              <span className={styles.hint}>
                {formatMoment(at)}, {outcome === 'not-helpful' ? 'the answer did not help' : 'not answered'}
              </span>
            </li>
          ))}
        </ul>
      </details>
      <span className={styles.buttons}>
        <Button size="s" variant="quiet" busy={putAway.isPending} onPress={() => putAway.mutate()}>
          Put away
        </Button>
        <Button size="s" onPress={onWrite}>
          Write an answer
        </Button>
      </span>
    </li>
  )
}
