import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type ChangeCheck, type LookBack, type PhraseChange, safetyRoutes } from '../../../schema/api/safety.ts'
import { call, wordsOf } from '../../api.ts'
import { Banner } from '../../ui/banner.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { formatMoment } from '../../ui/time.tsx'
import { MessageList } from './message-list.tsx'
import styles from './safety.module.css'
import { safetyKey } from './safety-queries.ts'

/** What is known of a change so far. */
export interface Preview {
  /** The labelled set allows it. */
  accepted: boolean
}

const lengths = ['100', '500', '1000'].map((value) => ({
  value,
  label: `Last ${Number(value).toLocaleString('en-GB')}`,
}))

/** What a change does, before it is made: to the labelled set, and to the last contacts. */
export function ChangePreview({ change, onPreview }: { change: PhraseChange; onPreview: (preview: Preview) => void }) {
  const [contacts, setContacts] = useState('500')
  const check = useQuery({
    queryKey: [...safetyKey, 'check', change],
    queryFn: () => call(safetyRoutes.check, { body: { change } }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })
  const back = useQuery({
    queryKey: [...safetyKey, 'look-back', change, contacts],
    queryFn: () => call(safetyRoutes.lookBack, { body: { change, contacts: Number(contacts) } }),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  })
  const accepted = check.data?.accepted ?? false
  useEffect(() => onPreview({ accepted }), [accepted, onPreview])
  return (
    <section className={styles.preview} aria-label="What it changes">
      <div aria-live="polite">
        {check.data ? (
          <OnLabelled check={check.data} removing={change.does === 'remove'} />
        ) : check.isError ? (
          <ErrorState title="Could not try it on the labelled set" onRetry={() => void check.refetch()}>
            {wordsOf(check.error)} Nothing was changed.
          </ErrorState>
        ) : (
          <p className={styles.working}>
            <Spinner /> Trying it on every labelled message…
          </p>
        )}
      </div>
      <div className={styles.back}>
        <h3>On past contacts</h3>
        <SelectField label="Contacts" hideLabel options={lengths} value={contacts} onChange={setContacts} />
      </div>
      <div aria-live="polite">
        {back.data ? (
          <OnContacts back={back.data} />
        ) : back.isError ? (
          <ErrorState title="Could not try it on past contacts" onRetry={() => void back.refetch()}>
            {wordsOf(back.error)} Nothing was changed.
          </ErrorState>
        ) : (
          <p className={styles.working}>
            <Spinner /> Judging their messages again…
          </p>
        )}
      </div>
    </section>
  )
}

const count = (value: number, one: string, many: string) =>
  `${value.toLocaleString('en-GB')} ${value === 1 ? one : many}`

function OnLabelled({ check, removing }: { check: ChangeCheck; removing: boolean }) {
  const { accepted, counts, messages, refusals, lost, won, alarmed } = check
  return (
    <>
      {accepted ? (
        <Banner tone="ok" title="Nobody in the labelled set would be missed.">
          {messages.toLocaleString('en-GB')} labelled messages were judged:{' '}
          {count(counts.won, 'danger more is', 'dangers more are')} found,{' '}
          {count(counts.alarmed, 'ordinary message would alarm', 'ordinary messages would alarm')}.
        </Banner>
      ) : (
        <Banner
          tone="emergency"
          live
          title={`This can’t be ${removing ? 'removed' : 'added'}: people in danger would be missed.`}
        >
          {refusals.join(' ')}
        </Banner>
      )}
      <MessageList
        title="Would be missed"
        total={counts.lost}
        messages={lost.map((one) => ({ ...one, key: one.id }))}
      />
      <MessageList title="Would be found" total={counts.won} messages={won.map((one) => ({ ...one, key: one.id }))} />
      <MessageList
        title="Ordinary, and would alarm"
        total={counts.alarmed}
        messages={alarmed.map((one) => ({ ...one, key: one.id }))}
      />
    </>
  )
}

function OnContacts({ back }: { back: LookBack }) {
  if (back.contacts === 0) return <p className={styles.none}>There are no contacts yet.</p>
  const total = back.raised + back.lowered
  return (
    <>
      <p>
        {count(back.messages, 'message', 'messages')} in {count(back.contacts, 'contact', 'contacts')}:{' '}
        {total === 0
          ? 'none would have been judged differently.'
          : `${back.raised.toLocaleString('en-GB')} would have been judged graver, ${back.lowered.toLocaleString('en-GB')} less grave.`}
      </p>
      <MessageList
        title="Judged differently"
        open
        total={total}
        messages={back.changed.map((one) => ({
          ...one,
          key: `${one.contact} ${one.at} ${one.text}`,
          place: `Contact ${one.number}, ${formatMoment(one.at)}`,
        }))}
      />
    </>
  )
}
