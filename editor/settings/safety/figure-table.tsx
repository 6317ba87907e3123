import type { ModelFigures } from '../../../schema/api/safety.ts'
import { Table } from '../../ui/table.tsx'

interface FigureTableProps {
  label: string
  /** One column, or before and after. */
  columns: readonly { label: string; figures: ModelFigures }[]
}

type Kind = 'plain' | 'hard'
type Figure = 'emergencyRecall' | 'humanAlertedRecall' | 'falseAlarmRate' | 'safeguardingAsEmergency'
const rows: { figure: Figure; words: string }[] = [
  { figure: 'emergencyRecall', words: 'Emergencies that are found' },
  { figure: 'humanAlertedRecall', words: 'Dangers for which a person is called' },
  { figure: 'falseAlarmRate', words: 'Ordinary messages that alarm' },
  { figure: 'safeguardingAsEmergency', words: 'Safeguarding messages taken for emergencies' },
]
const kinds: Record<Kind, string> = { plain: 'plain messages', hard: 'hard messages' }

/** Figures on plain and on hard messages, as shares. */
export function FigureTable({ label, columns }: FigureTableProps) {
  return (
    <Table
      label={label}
      columns={[
        { id: 'words', label: 'Share of', names: true, cell: (row: (typeof rows)[number]) => row.words },
        ...columns.flatMap(({ label: when, figures }) =>
          (['plain', 'hard'] as const).map((kind) => ({
            id: `${when} ${kind}`,
            label: columns.length > 1 ? `${when}, ${kind}` : `In ${kinds[kind]}`,
            numeric: true,
            cell: (row: (typeof rows)[number]) => `${(100 * figures[kind][row.figure]).toFixed(1)}%`,
          })),
        ),
      ]}
      rows={rows}
      rowKey={({ figure }) => figure}
    />
  )
}
