import type { Figures } from '../../schema/api/insights.ts'
import { definitions } from '../../schema/insights.ts'
import { BarList } from './bar-list.tsx'
import { ChartCard } from './chart-card.tsx'
import styles from './insights.module.css'
import type { Behind } from './insights-queries.ts'
import { Journey } from './journey.tsx'
import { Versions } from './versions.tsx'

interface FlowsTabProps {
  figures: Figures
  nameOf: (flow: string) => string
  onOpen?: ((title: string, behind: Behind) => void) | undefined
}

/** How flows do: version against version, and where visitors go away. */
export function FlowsTab({ figures, nameOf, onOpen }: FlowsTabProps) {
  const several = new Set(figures.leftAt.map(({ flow }) => flow)).size > 1
  return (
    <div className={styles.pair}>
      <Versions figures={figures} nameOf={nameOf} />
      <ChartCard title="Where visitors left" definition={definitions.left} empty={figures.leftAt.length === 0}>
        <BarList
          items={figures.leftAt.slice(0, 20).map(({ flow, version, node, n }) => ({
            id: `${flow}@${version} ${node}`,
            label: several ? `${nameOf(flow)}: ${node}, version ${version}` : `${node}, version ${version}`,
            n,
            onOpen: onOpen && (() => onOpen(`Left at ${node}`, { leftAt: node })),
          }))}
        />
      </ChartCard>
      <Journey figures={figures} />
    </div>
  )
}
