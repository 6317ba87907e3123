import type { Figures } from '../../schema/api/insights.ts'
import { definitions } from '../../schema/insights.ts'
import { Table } from '../ui/table.tsx'
import { ChartCard } from './chart-card.tsx'
import { formatCount, formatShare } from './words.ts'

interface VersionsProps {
  figures: Figures
  nameOf: (flow: string) => string
}

/** Versions of flows side by side: what an edit changed for visitors. */
export function Versions({ figures, nameOf }: VersionsProps) {
  const rows = figures.versions.slice(0, 12)
  const one = new Set(rows.map(({ flow }) => flow)).size === 1
  return (
    <ChartCard
      title="Version against version"
      beside={one && rows[0] ? nameOf(rows[0].flow) : undefined}
      definition={definitions.alone}
      empty={rows.length === 0}
    >
      <Table
        label="Versions of flows"
        rowKey={({ flow, version }) => `${flow}@${version}`}
        rows={rows}
        columns={[
          {
            id: 'version',
            label: 'Version',
            names: true,
            cell: ({ flow, version }) => (one ? String(version) : `${nameOf(flow)}, ${version}`),
          },
          { id: 'n', label: 'Contacts', numeric: true, cell: ({ n }) => formatCount(n) },
          { id: 'alone', label: 'Without a person', numeric: true, cell: ({ alone }) => formatShare(alone) },
          { id: 'left', label: 'Left', numeric: true, cell: ({ left }) => formatShare(left) },
          {
            id: 'satisfaction',
            label: 'Satisfaction',
            numeric: true,
            cell: ({ satisfaction }) => satisfaction.value?.toFixed(1) ?? '–',
          },
        ]}
      />
    </ChartCard>
  )
}
