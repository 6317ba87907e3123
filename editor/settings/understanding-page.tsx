import { useQuery } from '@tanstack/react-query'
import { MessageCircleQuestion } from 'lucide-react'
import type { Correction } from '../../schema/api/corrections.ts'
import { Loaded } from '../loaded.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { CorrectionPanel } from './correction-panel.tsx'
import { LearnedTable } from './learned-table.tsx'
import styles from './settings.module.css'
import { correctionsQuery } from './settings-queries.ts'

/** What operators put right about what visitors meant: a supervisor decides what is learned, and sees what it changed. */
export function UnderstandingPage() {
  const corrections = useQuery({ ...correctionsQuery, refetchOnWindowFocus: false })
  return (
    <>
      <p className={styles.intro}>
        Operators say when a visitor was taken to mean something else. What you accept here is learned at once, for
        every flow. Take out names, places and numbers first.
      </p>
      <Loaded query={corrections} what="corrections">
        {(data) => <Corrections corrections={data.corrections} />}
      </Loaded>
    </>
  )
}

function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  const waiting = corrections.filter(({ status }) => status === 'waiting')
  const decided = corrections.filter(({ status }) => status !== 'waiting')
  return (
    <>
      {waiting.length === 0 && (
        <Panel flush>
          <EmptyState icon={MessageCircleQuestion} title="Nothing to review">
            When an operator says that a visitor meant something else, it is shown here.
          </EmptyState>
        </Panel>
      )}
      {waiting.map((correction) => (
        <CorrectionPanel key={correction.id} correction={correction} />
      ))}
      {decided.length > 0 && <LearnedTable corrections={decided} />}
    </>
  )
}
