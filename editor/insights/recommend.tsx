import type { Figures } from '../../schema/api/insights.ts'
import { definitions, leastForShare } from '../../schema/insights.ts'
import { classes } from '../ui/classes.ts'
import { ChartCard } from './chart-card.tsx'
import styles from './insights.module.css'
import { formatCount } from './words.ts'

const groups = [
  { label: 'no', from: 0, to: 6, look: styles.negative },
  { label: 'maybe', from: 7, to: 8, look: styles.mixedDark },
  { label: 'yes', from: 9, to: 10, look: styles.positive },
]

/** The answers from 0 to 10, each with its count. */
export function Recommend({ figures: { nps } }: { figures: Figures }) {
  const all = nps.reduce((sum, n) => sum + n, 0)
  const most = Math.max(1, ...nps)
  return (
    <ChartCard
      title="Would you tell others to use it?"
      beside="0 to 10"
      definition={definitions.recommend}
      empty={all === 0}
    >
      <ol className={styles.scores} start={0}>
        {nps.map((n, score) => (
          <li key={groups.map(({ label }) => label + score).join()}>
            <span className="num">{formatCount(n)}</span>
            <i
              className={classes(groups.find(({ from, to }) => score >= from && score <= to)?.look)}
              style={{ height: `${Math.max(2, (n / most) * 84)}px` }}
            />
            <b>{score}</b>
          </li>
        ))}
      </ol>
      <ul className={styles.key}>
        {groups.map(({ label, from, to, look }) => {
          const n = nps.slice(from, to + 1).reduce((sum, each) => sum + each, 0)
          return (
            <li key={label}>
              <i className={look} />
              {all < leastForShare ? `${n} ${label}` : `${Math.round((n / all) * 100)}% ${label}`}
            </li>
          )
        })}
      </ul>
    </ChartCard>
  )
}
