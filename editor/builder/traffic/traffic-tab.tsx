import { ChartNoAxesColumn } from 'lucide-react'
import { useEffect } from 'react'
import { TrafficPeriod } from '../../../schema/api/traffic.ts'
import { Banner } from '../../ui/banner.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { SwitchField } from '../../ui/switch-field.tsx'
import { Table } from '../../ui/table.tsx'
import { useBuilder } from '../builder-context.tsx'
import { titleOf } from '../simulator/to-talk.ts'
import { countWords, shareWords, timeWords } from './figure-words.ts'
import styles from './traffic.module.css'
import { periodWords, useTraffic, useTrafficState } from './traffic-store.ts'

const periods = TrafficPeriod.options.map((value) => ({ value, label: capital(periodWords[value]) }))

/** The figures of every node as a table: what the canvas draws, for reading, sorting by visits. */
export function TrafficTab() {
  const traffic = useTraffic()
  const { shown, period, version, versions, figures, failure } = useTrafficState((state) => state)
  const { show, choose } = traffic.getState()
  useEffect(() => {
    traffic.setState({ listed: true })
    return () => traffic.setState({ listed: false })
  }, [traffic])
  return (
    <>
      <div className={styles.bar}>
        <SelectField
          label="Period"
          hideLabel
          options={periods}
          value={period}
          onChange={(next) => choose({ period: TrafficPeriod.parse(next) })}
        />
        <SelectField
          label="Version"
          hideLabel
          options={[
            { value: 'all', label: 'All versions' },
            ...versions.map((number) => ({ value: String(number), label: `Version ${number}` })),
          ]}
          value={version === undefined ? 'all' : String(version)}
          onChange={(next) => choose({ version: next === 'all' ? undefined : Number(next) })}
        />
        <SwitchField label="Show on the canvas" isSelected={shown} onChange={show} />
        {figures && figures.behind > 0 && <p role="status">Counting. The last moments are still missing.</p>}
      </div>
      {failure !== undefined ? (
        <Banner tone="waiting" title="There are no figures just now." live>
          {failure}
        </Banner>
      ) : (
        <Figures />
      )}
    </>
  )
}

function Figures() {
  const { scene, store } = useBuilder()
  const figures = useTrafficState((state) => state.figures)
  const period = useTrafficState((state) => state.period)
  if (!figures) return <Skeleton label="Reading the figures" />
  const { cards } = scene()
  const rows = figures.nodes.filter(({ node }) => cards.has(node)).sort((a, b) => b.visits - a.visits)
  if (rows.length === 0)
    return (
      <EmptyState icon={ChartNoAxesColumn} title={`Nobody came in the ${periodWords[period]}`}>
        Figures appear a few seconds after the first contact.
      </EmptyState>
    )
  return (
    <Table
      label="Traffic"
      rows={rows}
      rowKey={({ node }) => node}
      columns={[
        {
          id: 'node',
          label: 'Node',
          names: true,
          cell: ({ node }) => (
            <button type="button" className={styles.node} onClick={() => store.getState().focus(node)}>
              {titleOf(node, cards)}
            </button>
          ),
        },
        { id: 'visits', label: 'Visits', numeric: true, cell: ({ visits }) => countWords(visits) },
        { id: 'left', label: 'Left here', numeric: true, cell: ({ left }) => countWords(left) },
        {
          id: 'share',
          label: 'Share who left',
          numeric: true,
          cell: ({ leftShare }) => (leftShare === null ? 'Too few' : shareWords(leftShare)),
        },
        { id: 'time', label: 'Median time', numeric: true, cell: ({ median }) => timeWords(median) || 'None' },
      ]}
    />
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
