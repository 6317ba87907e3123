import type { Figures } from '../../schema/api/insights.ts'
import { definitions } from '../../schema/insights.ts'
import { Table } from '../ui/table.tsx'
import { ChartCard } from './chart-card.tsx'
import { formatCount, formatSeconds } from './words.ts'

/** Departments side by side. */
export function Departments({ figures, nameOf }: { figures: Figures; nameOf: (department: string) => string }) {
  return (
    <ChartCard title="Departments" definition={definitions.departments} empty={figures.departments.length === 0}>
      <Table
        label="Departments"
        rowKey={({ department }) => department}
        rows={figures.departments}
        columns={[
          { id: 'name', label: 'Department', names: true, cell: ({ department }) => nameOf(department) },
          { id: 'n', label: 'Contacts', numeric: true, cell: ({ n }) => formatCount(n) },
          { id: 'wait', label: 'Median wait', numeric: true, cell: ({ wait }) => formatSeconds(wait.seconds) },
          { id: 'handling', label: 'Handling', numeric: true, cell: ({ handling }) => formatSeconds(handling.seconds) },
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
