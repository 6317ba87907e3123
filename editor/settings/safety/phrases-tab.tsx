import { useQuery } from '@tanstack/react-query'
import { Plus, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import type { SafetyPhrase } from '../../../schema/api/safety.ts'
import { nameOfDanger } from '../../../schema/danger-names.ts'
import { Loaded } from '../../loaded.tsx'
import { hasRole, useSession } from '../../session.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { nameLocales } from '../../ui/name-locales.ts'
import { Panel } from '../../ui/panel.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { formatMoment } from '../../ui/time.tsx'
import settings from '../settings.module.css'
import { AddPhrase } from './add-phrase.tsx'
import { RemovePhrase } from './remove-phrase.tsx'
import styles from './safety.module.css'
import { phrasesQuery } from './safety-queries.ts'

const kinds = { emergency: 'Emergency', safeguarding: 'Safeguarding', exception: 'Not judged' } as const

/** The force's own list: what counts, who added it and why, and what was removed. */
export function PhrasesTab() {
  const phrases = useQuery(phrasesQuery)
  const mayChange = hasRole(useSession(), 'admin')
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<SafetyPhrase>()
  const add = mayChange && (
    <Button icon={<Plus size={16} aria-hidden="true" />} onPress={() => setAdding(true)} isDisabled={adding}>
      Add words
    </Button>
  )
  const columns: Column<SafetyPhrase>[] = [
    { id: 'phrase', label: 'Words', names: true, cell: ({ phrase }) => <q className={styles.phrase}>{phrase}</q> },
    { id: 'kind', label: 'Count as', cell: ({ kind }) => <KindBadge kind={kind} /> },
    {
      id: 'danger',
      label: 'Danger',
      extra: true,
      cell: ({ kind, category }) => (kind === 'exception' ? '–' : nameOfDanger(category)),
    },
    { id: 'language', label: 'Language', extra: true, cell: ({ locale }) => nameLocales([locale]) },
    { id: 'added', label: 'Added', cell: (phrase) => <Added phrase={phrase} /> },
  ]
  const remove: Column<SafetyPhrase> = {
    id: 'remove',
    label: 'Remove',
    hideLabel: true,
    cell: (phrase) => (
      <Button size="s" variant="quiet" onPress={() => setRemoving(phrase)} aria-label={`Remove “${phrase.phrase}”`}>
        Remove
      </Button>
    ),
  }
  return (
    <div className={styles.tab}>
      <div className={settings.head}>
        <p className={settings.intro}>
          Words are compared as the detector compares: capitals, spelling tricks and split letters make no difference.
          An exception takes out its own words only; what stands beside them is still judged.
        </p>
        {add}
      </div>
      <Loaded query={phrases} what="words">
        {({ phrases: all }) => {
          const counting = all.filter(({ removed }) => !removed)
          const gone = all.filter(({ removed }) => removed)
          return (
            <>
              {adding && <AddPhrase onDone={() => setAdding(false)} />}
              {counting.length > 0 && (
                <Panel flush title="Words that count now">
                  <Table
                    label="Words that count now"
                    columns={mayChange ? [...columns, remove] : columns}
                    rows={counting}
                    rowKey={({ id }) => id}
                  />
                </Panel>
              )}
              {counting.length === 0 && !adding && (
                <Panel flush>
                  <EmptyState icon={ShieldCheck} title="No words of your own yet" actions={add}>
                    The built-in detector works without any. Add code words, local names, and phrases that it gets wrong
                    here.
                  </EmptyState>
                </Panel>
              )}
              {gone.length > 0 && (
                <Panel flush title="Removed">
                  <Table
                    label="Removed words"
                    columns={[
                      ...columns.slice(0, 2),
                      { id: 'removed', label: 'Removed', cell: (phrase) => <Removed phrase={phrase} /> },
                    ]}
                    rows={gone}
                    rowKey={({ id }) => id}
                  />
                </Panel>
              )}
            </>
          )
        }}
      </Loaded>
      {removing && <RemovePhrase phrase={removing} onClose={() => setRemoving(undefined)} />}
    </div>
  )
}

function KindBadge({ kind }: { kind: SafetyPhrase['kind'] }) {
  return <Badge tone={kind === 'exception' ? 'neutral' : kind}>{kinds[kind]}</Badge>
}

function Added({ phrase: { addedBy, addedAt, reason } }: { phrase: SafetyPhrase }) {
  return (
    <span className={styles.why}>
      {reason}
      <small>
        {addedBy}, {formatMoment(addedAt)}
      </small>
    </span>
  )
}

function Removed({ phrase: { removed } }: { phrase: SafetyPhrase }) {
  return (
    <span className={styles.why}>
      {removed?.reason}
      <small>
        {removed?.by}, {removed && formatMoment(removed.at)}
      </small>
    </span>
  )
}
