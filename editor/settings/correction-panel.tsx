import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Correction, type CorrectionEffect, correctionsRoutes } from '../../schema/api/corrections.ts'
import { call, wordsOf } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { formatMoment } from '../ui/time.tsx'
import { showToast } from '../ui/toast.tsx'
import styles from './settings.module.css'
import { correctionsQuery } from './settings-queries.ts'

/** One thing that was put right, to be learned or not. */
export function CorrectionPanel({ correction }: { correction: Correction }) {
  const { id, number, words, understood, meant, by, at } = correction
  const queries = useQueryClient()
  const [phrase, setPhrase] = useState(correction.phrase)
  const params = { id }
  const measure = useMutation({ mutationFn: () => call(correctionsRoutes.try, { params, body: { phrase } }) })
  const again = () => void queries.invalidateQueries({ queryKey: correctionsQuery.queryKey })
  const accept = useMutation({
    mutationFn: () => call(correctionsRoutes.accept, { params, body: { phrase } }),
    onSuccess: () => {
      showToast(`Learned: “${meant.label}”`)
      again()
    },
  })
  const refuse = useMutation({
    mutationFn: () => call(correctionsRoutes.refuse, { params }),
    onSuccess: () => {
      showToast('Not learned')
      again()
    },
  })
  const failed = accept.error ?? refuse.error ?? measure.error
  const busy = accept.isPending || refuse.isPending || measure.isPending
  return (
    <Panel title={`Contact ${number}: ${meant.label}`}>
      <div className={styles.form}>
        <dl className={styles.facts}>
          <dt>The visitor wrote</dt>
          <dd>{words}</dd>
          <dt>Understood as</dt>
          <dd>{understood.label}</dd>
          <dt>Put right by</dt>
          <dd>
            {by}, {formatMoment(at)}
          </dd>
        </dl>
        <TextArea
          label="What is learned"
          help="Without anything that names a person or a place."
          rows={2}
          value={phrase}
          onChange={(next) => {
            setPhrase(next)
            measure.reset()
          }}
        />
        {failed && (
          <Banner tone="emergency" live title="Not done.">
            {wordsOf(failed)}
          </Banner>
        )}
        {measure.data && <Effect effect={measure.data} />}
        <div className={styles.foot}>
          <Button
            variant="primary"
            onPress={() => accept.mutate()}
            busy={accept.isPending}
            isDisabled={busy || phrase.trim().length < 3}
          >
            Learn it
          </Button>
          <Button onPress={() => measure.mutate()} busy={measure.isPending} isDisabled={busy}>
            See what changes
          </Button>
          <Button variant="quiet" onPress={() => refuse.mutate()} busy={refuse.isPending} isDisabled={busy}>
            Do not learn it
          </Button>
        </div>
      </div>
    </Panel>
  )
}

function Effect({ effect }: { effect: CorrectionEffect }) {
  const worse = effect.after < effect.before
  return (
    <Banner tone={worse ? 'waiting' : 'ok'} live title={worse ? 'It costs a little.' : 'It does no harm.'}>
      {`Of ${effect.examples} examples ${toPercent(effect.before)} are understood now, ${toPercent(effect.after)} with it. `}
      {`The phrase itself: now “${effect.phraseBefore}”, then “${effect.phraseAfter}”.`}
    </Banner>
  )
}

/** `84.5%` */
export function toPercent(share: number): string {
  return `${(share * 100).toFixed(1)}%`
}
