import { useQuery } from '@tanstack/react-query'
import type { LiveFigures } from '../../schema/api/insights.ts'
import { Banner } from '../ui/banner.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { Elapsed } from '../ui/time.tsx'
import styles from './insights.module.css'
import { liveQuery } from './insights-queries.ts'
import { LoadedPanel } from './loaded-panel.tsx'
import { formatCount, formatShare } from './words.ts'

/** What is so at this moment, for the wall of a control room. */
export function LiveTab() {
  const live = useQuery(liveQuery)
  return (
    <Panel flush={live.data === undefined} title="Now">
      <LoadedPanel query={live} what="figures of this moment">
        {(data) => (
          <div className={styles.live}>
            {data.unowned > 0 && (
              <Banner tone="emergency" title={`${formatCount(data.unowned)} without anybody`}>
                Open the inbox: these contacts wait, and nobody is theirs.
              </Banner>
            )}
            <Now data={data} />
            <Table
              label="Departments now"
              rowKey={({ department }) => department}
              rows={data.departments}
              columns={[
                { id: 'name', label: 'Department', names: true, cell: ({ name }) => name },
                { id: 'open', label: 'Hours', cell: ({ open }) => (open ? 'Open' : 'Closed') },
                { id: 'waiting', label: 'Waiting', numeric: true, cell: ({ waiting }) => formatCount(waiting) },
                {
                  id: 'longest',
                  label: 'Longest wait',
                  numeric: true,
                  cell: ({ longestSince }) => (longestSince ? <Elapsed since={longestSince} /> : '–'),
                },
                {
                  id: 'person',
                  label: 'With a person',
                  numeric: true,
                  cell: ({ withPerson }) => formatCount(withPerson),
                },
              ]}
            />
          </div>
        )}
      </LoadedPanel>
    </Panel>
  )
}

function Now({ data }: { data: LiveFigures }) {
  const figures = [
    { name: 'Without anybody', value: formatCount(data.unowned) },
    { name: 'Alerts open', value: formatCount(data.alerts) },
    { name: 'Waiting', value: formatCount(data.waiting) },
    { name: 'Longest wait', value: data.longestSince ? <Elapsed since={data.longestSince} /> : '–' },
    { name: 'With a person', value: formatCount(data.withPerson) },
    { name: 'With the flow', value: formatCount(data.automated) },
    { name: 'People here', value: formatCount(data.people) },
    { name: 'Contacts today', value: formatCount(data.today.contacts) },
    { name: 'Answered without a person today', value: formatShare(data.today.alone) },
  ]
  return (
    <dl className={styles.now}>
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
