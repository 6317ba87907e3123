import { useMutation, useQueryClient } from '@tanstack/react-query'
import { GraduationCap } from 'lucide-react'
import { useState } from 'react'
import { type SafetyLearning, type SafetyTraining, safetyRoutes } from '../../../schema/api/safety.ts'
import { call, wordsOf } from '../../api.ts'
import { hasRole, useSession } from '../../session.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { formatMoment } from '../../ui/time.tsx'
import { showToast } from '../../ui/toast.tsx'
import { FigureTable } from './figure-table.tsx'
import { GoBack } from './go-back.tsx'
import { MessageList } from './message-list.tsx'
import styles from './safety.module.css'
import { safetyKey } from './safety-queries.ts'

/** The trainings of the force: start one, see what it came to, go back to an earlier one. */
export function Trainings({ learning }: { learning: SafetyLearning }) {
  const { trainings, examples } = learning
  const mayChange = hasRole(useSession(), 'admin')
  const [goingTo, setGoingTo] = useState<number>()
  const queries = useQueryClient()
  const train = useMutation({
    mutationFn: () => call(safetyRoutes.train),
    onSuccess: () => showToast('The training has begun. It goes on when you leave this page'),
    onSettled: () => queries.invalidateQueries({ queryKey: safetyKey }),
  })
  const running = trainings.some(({ state }) => state === 'training')
  const used = trainings.find(({ active }) => active)
  return (
    <Panel
      title="Learning from your labels"
      actions={
        mayChange && (
          <>
            {used && (
              <Button size="s" variant="quiet" onPress={() => setGoingTo(0)}>
                Go back to the built-in layer
              </Button>
            )}
            <Button
              size="s"
              icon={<GraduationCap size={16} aria-hidden="true" />}
              onPress={() => train.mutate()}
              busy={train.isPending}
              isDisabled={running || examples.length === 0}
            >
              Train now
            </Button>
          </>
        )
      }
    >
      <div className={styles.stack}>
        <p>
          A training takes about ten minutes and holds nobody up. It is used only when nobody would be missed who is
          found now; every earlier version is kept.
        </p>
        {train.isError && (
          <Banner tone="emergency" live title="Not started.">
            {wordsOf(train.error)}
          </Banner>
        )}
        {trainings.length === 0 ? (
          <p className={styles.none}>
            {examples.length === 0
              ? 'There is nothing to learn from yet.'
              : 'No training yet. The built-in layer is used.'}
          </p>
        ) : (
          <ol className={styles.trainings}>
            {trainings.map((training) => (
              <Training
                key={training.version}
                training={training}
                onUse={
                  mayChange && training.state === 'accepted' && !training.active
                    ? () => setGoingTo(training.version)
                    : undefined
                }
              />
            ))}
          </ol>
        )}
      </div>
      {goingTo !== undefined && <GoBack version={goingTo} onClose={() => setGoingTo(undefined)} />}
    </Panel>
  )
}

const states = {
  training: { tone: 'waiting', words: 'Training' },
  accepted: { tone: 'neutral', words: 'Accepted' },
  refused: { tone: 'warning', words: 'Refused' },
  failed: { tone: 'fault', words: 'Failed' },
} as const

function Training({ training, onUse }: { training: SafetyTraining; onUse: (() => void) | undefined }) {
  const { version, state, active, examples, startedAt, startedBy, reasons, lost, before, after } = training
  return (
    <li className={styles.training}>
      <p className={styles.verdict}>
        <b>Version {version}</b>
        {active ? <Badge tone="ok">In use</Badge> : <Badge tone={states[state].tone}>{states[state].words}</Badge>}
        {state === 'training' && <Spinner />}
        <small>
          {examples} {examples === 1 ? 'label' : 'labels'} of your own, started by {startedBy},{' '}
          {formatMoment(startedAt)}
        </small>
        {onUse && (
          <Button size="s" variant="quiet" onPress={onUse} aria-label={`Use version ${version}`}>
            Use this version
          </Button>
        )}
      </p>
      {reasons.length > 0 && <p>{reasons.join(' ')}</p>}
      {before && after && (
        <details className={styles.messages} open={state === 'refused'}>
          <summary>Before and after</summary>
          <FigureTable
            label={`Before and after version ${version}`}
            columns={[
              { label: 'Before', figures: before },
              { label: 'After', figures: after },
            ]}
          />
        </details>
      )}
      {state === 'refused' && (
        <MessageList
          title="Would be missed or judged less grave"
          total={lost.length}
          messages={lost.map((one) => ({ ...one, key: one.id }))}
        />
      )}
    </li>
  )
}
