import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Usage } from '../../../schema/api/usage.ts'
import { Loaded } from '../../loaded.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Table } from '../../ui/table.tsx'
import styles from '../settings.module.css'
import { LimitsForm } from './limits-form.tsx'
import { near, toMeters, toWarnings } from './to-meters.ts'
import { UsageMeter } from './usage-meter.tsx'
import { usageQuery } from './usage-query.ts'

/** How much of Signpost the force uses, of which limits, and how much it was before. */
export function UsagePage() {
  const usage = useQuery(usageQuery)
  const [changing, setChanging] = useState(false)
  return (
    <>
      <div className={styles.head}>
        <p className={styles.intro}>
          Limits hold for new conversations only: one that has begun is never cut off. Danger is noticed and 999 is
          shown at every limit.
        </p>
      </div>
      <Loaded query={usage} what="usage">
        {(data) => (
          <>
            <Warnings usage={data} />
            <Panel
              title="Now"
              actions={!changing && <Button onPress={() => setChanging(true)}>Change the limits</Button>}
            >
              <Meters usage={data} />
            </Panel>
            {changing && (
              <Panel title="Limits">
                <LimitsForm limits={data.limits} onDone={() => setChanging(false)} />
              </Panel>
            )}
            <Months usage={data} />
          </>
        )}
      </Loaded>
    </>
  )
}

/** What is near its limit, or over it, and what happens then. */
function Warnings({ usage }: { usage: Usage }) {
  return toWarnings(usage).map(({ id, title, words }) => (
    <Banner key={id} tone="waiting" title={title}>
      {words}
    </Banner>
  ))
}

function Meters({ usage }: { usage: Usage }) {
  return (
    <div className={styles.form}>
      {toMeters(usage).map(({ id, label, used, most }) => (
        <UsageMeter key={id} label={label} used={used} most={most} near={near} />
      ))}
    </div>
  )
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const figure = (value: number) => value.toLocaleString('en-GB')

function Months({ usage: { months } }: { usage: Usage }) {
  if (months.length === 0) return null
  return (
    <Panel title="By month" flush>
      <Table
        label="Usage by month"
        rowKey={({ month }) => month}
        rows={months}
        columns={[
          { id: 'month', label: 'Month', names: true, cell: ({ month }) => monthName.format(new Date(`${month}-01`)) },
          { id: 'contacts', label: 'Contacts', numeric: true, cell: ({ contacts }) => figure(contacts) },
          { id: 'turns', label: 'Turns', numeric: true, cell: ({ turns }) => figure(turns) },
          { id: 'most', label: 'Most at once', numeric: true, extra: true, cell: ({ most }) => figure(most) },
          { id: 'limited', label: 'Over a limit', numeric: true, cell: ({ limited }) => figure(limited) },
        ]}
      />
    </Panel>
  )
}
