import type { Figures } from '../../schema/api/insights.ts'
import type { Period } from '../../schema/describe-period.ts'
import { definitions } from '../../schema/insights.ts'
import { BarList } from './bar-list.tsx'
import { ChartCard } from './chart-card.tsx'
import styles from './insights.module.css'
import type { Behind } from './insights-queries.ts'
import { Journey } from './journey.tsx'
import { Steps } from './steps.tsx'
import { Versions } from './versions.tsx'

interface FlowsTabProps {
  figures: Figures
  period: Period
  nameOf: (flow: string) => string
  onOpen?: ((title: string, behind: Behind) => void) | undefined
}

/** How flows do: version against version, step by step, and where visitors go away. */
export function FlowsTab({ figures, period, nameOf, onOpen }: FlowsTabProps) {
  const busiest = figures.versions.toSorted((a, b) => b.n - a.n)[0]
  const versions = figures.versions.filter(({ flow }) => flow === busiest?.flow).map(({ version }) => version)
  const flows = new Set(figures.leftAt.map(({ flow }) => flow))
  const several = new Set(figures.leftAt.map(({ flow, version }) => `${flow}@${version}`)).size > 1
  // As little as tells one bar from another.
  const whence = (flow: string, version: number) =>
    flows.size > 1 ? ` (${nameOf(flow)}, version ${version})` : several ? ` (version ${version})` : ''
  return (
    <div className={styles.pair}>
      <Versions figures={figures} nameOf={nameOf} />
      <Journey figures={figures} />
      {busiest && versions[0] !== undefined && (
        <Steps
          key={busiest.flow}
          period={period}
          flow={{ id: busiest.flow, name: nameOf(busiest.flow) }}
          version={versions[0]}
          against={versions[1]}
        />
      )}
      <ChartCard title="Where visitors left" definition={definitions.left} empty={figures.leftAt.length === 0}>
        <BarList
          items={figures.leftAt.slice(0, 20).map(({ flow, version, node, name, n }) => ({
            id: `${flow}@${version} ${node}`,
            label: `${name}${whence(flow, version)}`,
            n,
            onOpen: onOpen && (() => onOpen(`Left at ${name}`, { leftAt: node })),
          }))}
        />
      </ChartCard>
    </div>
  )
}
