import type { Figures } from '../../schema/api/insights.ts'
import { definitions } from '../../schema/insights.ts'
import { classes } from '../ui/classes.ts'
import { Table } from '../ui/table.tsx'
import { ChartCard } from './chart-card.tsx'
import styles from './insights.module.css'
import { formatCount } from './words.ts'

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const shades = [styles.shade0, styles.shade1, styles.shade2, styles.shade3, styles.shade4]

/** When contacts began, by weekday and hour. */
export function HeatMap({ figures }: { figures: Figures }) {
  const most = Math.max(...figures.hours.flat())
  const shadeOf = (n: number) => (n === 0 || most === 0 ? 0 : Math.min(4, Math.ceil((n / most) * 4)))
  return (
    <ChartCard
      title="When they came"
      beside={describeBusiest(figures.hours)}
      definition={definitions.hours}
      empty={most === 0}
      table={
        <Table
          label="Contacts by weekday and hour"
          rowKey={(hour) => nameHour(hour)}
          rows={Array.from({ length: 24 }, (_, hour) => hour)}
          columns={[
            { id: 'hour', label: 'Hour', names: true, cell: nameHour },
            ...days.map((day, weekday) => ({
              id: day,
              label: day.slice(0, 3),
              numeric: true,
              cell: (hour: number) => formatCount(figures.hours[weekday]?.[hour] ?? 0),
            })),
          ]}
        />
      }
    >
      <div
        role="img"
        aria-label={`Contacts by hour and weekday: ${describeBusiest(figures.hours)}. The button beside the title shows the figures as a table.`}
        className={styles.heat}
      >
        {figures.hours.map((hours, weekday) => (
          <div key={days[weekday]} className={styles.heatRow}>
            <span>{days[weekday]?.slice(0, 3)}</span>
            {hours.map((n, hour) => (
              <i
                key={nameHour(hour)}
                className={classes(shades[shadeOf(n)])}
                title={`${days[weekday]}, ${nameHour(hour)}: ${formatCount(n)}`}
              />
            ))}
          </div>
        ))}
        <div className={styles.heatFoot}>
          <span />
          {[0, 6, 12, 18].map((hour) => (
            <span key={hour}>{nameHour(hour)}</span>
          ))}
        </div>
      </div>
      <p className={styles.heatKey}>
        Fewer
        {shades.map((shade) => (
          <i key={shade} className={shade} />
        ))}
        More
      </p>
    </ChartCard>
  )
}

/** `busiest on Friday at 19:00` */
function describeBusiest(hours: readonly (readonly number[])[]): string {
  let best = { n: 0, weekday: 0, hour: 0 }
  hours.forEach((row, weekday) => {
    row.forEach((n, hour) => {
      if (n > best.n) best = { n, weekday, hour }
    })
  })
  return best.n === 0 ? '' : `busiest on ${days[best.weekday] ?? ''} at ${nameHour(best.hour)}`
}

function nameHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}
