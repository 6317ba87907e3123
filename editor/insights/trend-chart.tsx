import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { Figures } from '../../schema/api/insights.ts'
import { definitions } from '../../schema/insights.ts'
import { Table } from '../ui/table.tsx'
import { ChartCard } from './chart-card.tsx'
import styles from './insights.module.css'
import { formatCount } from './words.ts'

const series = [
  { id: 'alone', label: 'Answered by the flow', fill: 'var(--chart-1)' },
  { id: 'person', label: 'Handed to a person', fill: 'var(--chart-2)' },
  { id: 'danger', label: 'Safeguarding or emergency', fill: 'url(#danger-hatch)' },
  { id: 'other', label: 'Left, nobody came, or going on', fill: 'var(--chart-6)' },
] as const
const unitWords = { hour: 'an hour', day: 'a day', week: 'a week', month: 'a month' } as const

/** Contacts over time, by how they ended. */
export function TrendChart({ figures, period }: { figures: Figures; period: string }) {
  const { trend, unit } = figures
  const totals = trend.map(({ alone, person, danger, other }) => alone + person + danger + other)
  const bars = trend.map((entry) => ({ ...entry, name: nameMoment(entry.at, unit) }))
  return (
    <ChartCard
      title={`Contacts ${unitWords[unit]}`}
      beside={period}
      definition={definitions.trend}
      empty={figures.contacts === 0}
      table={
        <Table
          label={`Contacts ${unitWords[unit]}`}
          rowKey={({ at }) => at}
          rows={bars}
          columns={[
            { id: 'at', label: unit.charAt(0).toUpperCase() + unit.slice(1), names: true, cell: ({ name }) => name },
            ...series.map(({ id, label }) => ({
              id,
              label,
              numeric: true,
              cell: (row: (typeof bars)[number]) => formatCount(row[id]),
            })),
          ]}
        />
      }
    >
      <div
        role="img"
        aria-label={`Contacts ${unitWords[unit]}, ${period}. Lowest ${formatCount(Math.min(...totals))}, highest ${formatCount(Math.max(...totals))}. The button beside the title shows the figures as a table.`}
      >
        <ResponsiveContainer width="100%" height={212}>
          <BarChart
            data={bars}
            margin={{ top: 12, right: 8, bottom: 0, left: 0 }}
            barCategoryGap="18%"
            accessibilityLayer={false}
          >
            <defs>
              <pattern
                id="danger-hatch"
                width="5"
                height="5"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="5" height="5" fill="var(--surface)" />
                <rect width="3.2" height="5" fill="var(--chart-5)" />
              </pattern>
            </defs>
            <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
            <XAxis dataKey="name" tickLine={false} axisLine={{ stroke: 'var(--line)' }} tick={tick} minTickGap={18} />
            <YAxis
              width={44}
              tickLine={false}
              axisLine={false}
              tick={tick}
              allowDecimals={false}
              tickFormatter={formatCount}
            />
            <Tooltip
              cursor={{ fill: 'var(--sunken)' }}
              isAnimationActive={false}
              contentStyle={{
                background: 'var(--surface)',
                border: '1px solid var(--line)',
                borderRadius: 6,
                fontSize: 12,
                color: 'var(--text)',
              }}
              formatter={(value, name) => [formatCount(Number(value)), name]}
            />
            {series.map(({ id, label, fill }) => (
              <Bar key={id} dataKey={id} name={label} stackId="contacts" fill={fill} isAnimationActive={false} />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className={styles.key}>
        {series.map(({ id, label, fill }) => (
          <li key={id}>
            <i
              className={id === 'danger' ? styles.hatched : undefined}
              style={{ background: id === 'danger' ? undefined : fill }}
            />
            {label}
          </li>
        ))}
      </ul>
    </ChartCard>
  )
}

const tick = { fontSize: 11, fontWeight: 500, fill: 'var(--text-3)' }

/** `20 Nov`, `19:00`, `week of 16 Nov`, `Nov 2026` */
function nameMoment(at: string, unit: Figures['unit']): string {
  if (unit === 'hour') return `${at.slice(11)}:00`
  const date = new Date(unit === 'month' ? `${at}-01` : at)
  const options: Intl.DateTimeFormatOptions =
    unit === 'month' ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short' }
  return date.toLocaleDateString('en-GB', { timeZone: 'UTC', ...options })
}
