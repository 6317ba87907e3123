import type { Figures } from '../../schema/api/insights.ts'
import { definitions, journeyLabels, journeySteps } from '../../schema/insights.ts'
import { widthOf } from './bar-list.tsx'
import { ChartCard } from './chart-card.tsx'
import styles from './insights.module.css'
import { formatCount } from './words.ts'

/** How far visitors came, and how many went no further. */
export function Journey({ figures }: { figures: Figures }) {
  const all = figures.journey[0] ?? 0
  return (
    <ChartCard
      title="The visitor’s journey"
      beside="where they leave"
      definition={definitions.journey}
      empty={all === 0}
    >
      <ol className={styles.journey}>
        {journeySteps.map((step, place) => {
          const n = figures.journey[place] ?? 0
          const before = figures.journey[place - 1]
          return (
            <li key={step}>
              <div>
                <span>{journeyLabels[step]}</span>
                <b className="num">{formatCount(n)}</b>
              </div>
              <p className={styles.track}>
                <i style={widthOf(n / Math.max(1, all))} />
              </p>
              <small>{before === undefined ? 'everyone' : `${formatCount(before - n)} did not`}</small>
            </li>
          )
        })}
      </ol>
    </ChartCard>
  )
}
