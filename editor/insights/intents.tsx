import type { Figures } from '../../schema/api/insights.ts'
import { definitions } from '../../schema/insights.ts'
import { nameIntent } from '../../schema/name-intent.ts'
import { ChartCard } from './chart-card.tsx'
import styles from './insights.module.css'
import { changeOfCount, formatCount } from './words.ts'

interface IntentsProps {
  figures: Figures
  compared: Figures | null
  onOpen?: ((intent: string) => void) | undefined
}

/** What visitors came for, each with its course over the period. */
export function Intents({ figures, compared, onOpen }: IntentsProps) {
  const before = new Map(compared?.intents.map(({ intent, n }) => [intent, n]))
  return (
    <ChartCard title="What visitors came for" definition={definitions.intents} empty={figures.intents.length === 0}>
      <table className={styles.rows}>
        <thead className="sr">
          <tr>
            <th scope="col">Matter</th>
            <th scope="col">Course</th>
            <th scope="col">Contacts</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {figures.intents.slice(0, 12).map(({ intent, n, trend }) => (
            <tr key={intent}>
              <th scope="row">
                {onOpen && intent !== '' ? (
                  <button type="button" className={styles.open} onClick={() => onOpen(intent)}>
                    {nameIntent(intent)}
                  </button>
                ) : (
                  nameIntent(intent)
                )}
              </th>
              <td>
                <Course values={trend} />
              </td>
              <td className="num">{formatCount(n)}</td>
              <td className={styles.quiet}>{compared ? changeOfCount(n, before.get(intent) ?? 0)?.words : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ChartCard>
  )
}

const [width, height] = [108, 22]

/** A line without axes: only whether it goes up or down. */
function Course({ values }: { values: readonly number[] }) {
  const most = Math.max(1, ...values)
  const points = values.map((value, place) => {
    const x = values.length > 1 ? 2 + (place / (values.length - 1)) * (width - 4) : width / 2
    return [x, height - 3 - (value / most) * (height - 6)] as const
  })
  const last = points.at(-1)
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <polyline
        points={points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
        className={styles.course}
      />
      {last && <circle cx={last[0]} cy={last[1]} r="2.2" className={styles.courseEnd} />}
    </svg>
  )
}
