import type { Figures } from '../../schema/api/insights.ts'
import { definitions, endingLabels, reasonLabels } from '../../schema/insights.ts'
import { BarList } from './bar-list.tsx'
import { ChartCard } from './chart-card.tsx'
import { Departments } from './departments.tsx'
import { Headline } from './headline.tsx'
import { HeatMap } from './heat-map.tsx'
import styles from './insights.module.css'
import type { Behind } from './insights-queries.ts'
import { Intents } from './intents.tsx'
import { Journey } from './journey.tsx'
import { Recommend } from './recommend.tsx'
import { Themes } from './themes.tsx'
import { TrendChart } from './trend-chart.tsx'
import { Versions } from './versions.tsx'
import { formatCount } from './words.ts'

export interface OverviewProps {
  figures: Figures
  compared: Figures | null
  period: string
  comparedWith: string
  names: { department: (id: string) => string; flow: (id: string) => string }
  /** Shows the contacts behind a figure; not for people who may see none. */
  onOpen?: ((title: string, behind: Behind) => void) | undefined
  onTheme?: ((theme: string) => void) | undefined
}

/** Everything about a period on one page. */
export function Overview({ figures, compared, period, comparedWith, names, onOpen, onTheme }: OverviewProps) {
  const handed = figures.reasons.reduce((sum, { n }) => sum + n, 0)
  return (
    <div className={styles.overview}>
      <Headline figures={figures} compared={compared} comparedWith={comparedWith} />
      <div className={styles.first}>
        <TrendChart figures={figures} period={period} />
        <Journey figures={figures} />
        <ChartCard
          title="Why contacts reached a person"
          beside={formatCount(handed)}
          definition={definitions.reasons}
          empty={handed === 0}
        >
          <BarList
            items={figures.reasons.map(({ reason, n }) => ({
              id: reason,
              label: reasonLabels[reason],
              n,
              tone: reason === 'emergency' || reason === 'safeguarding' ? reason : undefined,
              onOpen: onOpen && (() => onOpen(reasonLabels[reason], { reason })),
            }))}
          />
        </ChartCard>
      </div>
      <div className={styles.second}>
        <Intents
          figures={figures}
          compared={compared}
          onOpen={onOpen && ((intent) => onOpen('Contacts', { intent }))}
        />
        <HeatMap figures={figures} />
        <Themes figures={figures} onOpen={onTheme} />
      </div>
      <div className={styles.third}>
        <Recommend figures={figures} />
        <ChartCard
          title="How contacts ended"
          empty={figures.endings.length === 0}
          definition={`${definitions.endings} ${definitions.cameBack}`}
        >
          <BarList
            items={figures.endings.map(({ ending, n }) => ({
              id: ending,
              label: endingLabels[ending],
              n,
              onOpen: onOpen && (() => onOpen(endingLabels[ending], { ending })),
            }))}
          />
        </ChartCard>
        <Versions figures={figures} nameOf={names.flow} />
        <Departments figures={figures} nameOf={names.department} />
      </div>
    </div>
  )
}
