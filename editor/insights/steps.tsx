import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FlowSteps } from '../../schema/api/insights.ts'
import type { Period } from '../../schema/describe-period.ts'
import { definitions, leastForShare } from '../../schema/insights.ts'
import { Button } from '../ui/button.tsx'
import { Table } from '../ui/table.tsx'
import { widthOf } from './bar-list.tsx'
import { ChartCard } from './chart-card.tsx'
import styles from './insights.module.css'
import { stepsQuery } from './insights-queries.ts'
import { LoadedPanel } from './loaded-panel.tsx'
import { formatCount, formatSeconds } from './words.ts'

interface StepsProps {
  period: Period
  flow: { id: string; name: string }
  version: number
  /** The version to set it against. */
  against: number | undefined
}

/** The busiest steps at which visitors are asked something: nobody leaves between them. */
const firstOf = ({ steps }: FlowSteps) => steps.filter(({ asks }) => asks).slice(0, 12)

/** The funnel of one version of a flow: who came to each step, and who went away there. */
export function Steps({ period, flow, version, against }: StepsProps) {
  const [all, setAll] = useState(false)
  const steps = useQuery(stepsQuery(period, flow.id, version))
  const other = useQuery({ ...stepsQuery(period, flow.id, against ?? version), enabled: against !== undefined })
  const before = new Map(other.data?.steps.map(({ node, leftShare }) => [node, leftShare]))
  const most = Math.max(1, ...(steps.data?.steps.map(({ visits }) => visits) ?? []))
  const share = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : `${Math.round(value * 100)}%`
  return (
    <ChartCard
      title="Step by step"
      beside={`${flow.name}, version ${version}`}
      definition={`${definitions.steps} A share of fewer than ${leastForShare} is not shown.`}
      empty={steps.data?.steps.length === 0}
    >
      <LoadedPanel query={steps} what="steps">
        {(data) => (
          <>
            <Table
              label={`Steps of ${flow.name}, version ${version}`}
              rowKey={({ node }) => node}
              rows={all ? data.steps : firstOf(data)}
              columns={[
                {
                  id: 'name',
                  label: 'Step',
                  names: true,
                  cell: ({ name, visits }) => (
                    <span className={styles.step}>
                      {name}
                      <i style={widthOf(visits / most)} aria-hidden="true" />
                    </span>
                  ),
                },
                { id: 'visits', label: 'Came', numeric: true, cell: ({ visits }) => formatCount(visits) },
                { id: 'left', label: 'Left here', numeric: true, cell: ({ left }) => formatCount(left) },
                { id: 'share', label: 'Share', numeric: true, cell: ({ leftShare }) => share(leftShare) },
                ...(against === undefined
                  ? []
                  : [
                      {
                        id: 'against',
                        label: `In version ${against}`,
                        numeric: true,
                        extra: true,
                        cell: ({ node }: { node: string }) => share(before.get(node)),
                      },
                    ]),
                {
                  id: 'median',
                  label: 'Time, median',
                  numeric: true,
                  extra: true,
                  cell: ({ median }) => formatSeconds(median === null ? null : Math.round(median / 1_000)),
                },
              ]}
            />
            {data.steps.length > firstOf(data).length && (
              <p className={styles.moreSteps}>
                <Button size="s" onPress={() => setAll(!all)}>
                  {all ? 'Show questions only' : `Show all ${data.steps.length} steps`}
                </Button>
              </p>
            )}
          </>
        )}
      </LoadedPanel>
    </ChartCard>
  )
}
