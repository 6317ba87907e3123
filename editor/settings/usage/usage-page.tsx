import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Usage } from '../../../schema/api/usage.ts'
import { Loaded } from '../../loaded.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Table } from '../../ui/table.tsx'
import styles from '../settings.module.css'
import { answerLabels } from './limit-words.ts'
import { LimitsForm } from './limits-form.tsx'
import { UsageMeter } from './usage-meter.tsx'
import { usageQuery } from './usage-query.ts'

/** Share of a limit from which it is said that it is near. */
const near = 0.8

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

function toMeters({ limits, used }: Usage) {
  return [
    {
      id: 'contacts',
      label: 'Contacts with the flow at the same time',
      used: used.contacts,
      most: limits.contacts.most,
      follows: answerLabels[limits.contacts.answer].follows,
    },
    {
      id: 'turns',
      label: 'Turns with the flow this month',
      used: used.turns,
      most: limits.turns.most,
      follows: answerLabels[limits.turns.answer].follows,
    },
    {
      id: 'seats',
      label: 'Seats for operators and supervisors',
      used: used.seats,
      most: limits.seats.most,
      follows: 'Nobody can be invited to answer contacts until a seat is free.',
    },
  ]
}

/** What is near its limit, or over it, and what happens then. */
function Warnings({ usage }: { usage: Usage }) {
  return toMeters(usage).map(({ id, label, used, most, follows }) => {
    if (most === null || used < near * most) return null
    const reached = used >= most
    return (
      <Banner key={id} tone="waiting" title={`${label}: ${reached ? 'the limit is reached.' : 'near the limit.'}`}>
        {reached ? follows : `${Math.floor((100 * used) / most)} % are used. At the limit: ${follows}`}
      </Banner>
    )
  })
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
