import { Users } from 'lucide-react'
import type { Figures } from '../../schema/api/insights.ts'
import { definitions, leastForShare } from '../../schema/insights.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import styles from './insights.module.css'
import { formatCount, formatSeconds } from './words.ts'

/** What each person did. Times of few contacts say nothing of a person, so there are none. */
export function OperatorsTab({ figures }: { figures: Figures }) {
  return (
    <Panel title="Operators" flush>
      {figures.operators.length === 0 ? (
        <EmptyState icon={Users} title="No contact was handed to a person">
          Who picked up contacts in this period will stand here.
        </EmptyState>
      ) : (
        <>
          <Table
            label="Operators"
            rowKey={({ operator }) => operator}
            rows={figures.operators}
            columns={[
              { id: 'name', label: 'Operator', names: true, cell: ({ name }) => name },
              { id: 'n', label: 'Contacts', numeric: true, cell: ({ n }) => formatCount(n) },
              {
                id: 'first',
                label: 'First response, median',
                numeric: true,
                cell: ({ firstResponse }) => formatSeconds(firstResponse.seconds),
              },
              {
                id: 'handling',
                label: 'Handling, median',
                numeric: true,
                cell: ({ handling }) => formatSeconds(handling.seconds),
              },
            ]}
          />
          <p className={styles.definition}>
            {definitions.handling} Of fewer than {leastForShare} contacts no time is shown. A contact that took long may
            be the one that mattered most.
          </p>
        </>
      )}
    </Panel>
  )
}
