import { CalendarClock, Download } from 'lucide-react'
import { type InsightsFilter, insightsRoutes } from '../../schema/api/insights.ts'
import { addressOf } from '../api.ts'
import { Button } from '../ui/button.tsx'
import { Menu } from '../ui/menu.tsx'

const tables = [
  { id: 'figures', label: 'Headline figures' },
  { id: 'trend', label: 'Contacts over time' },
  { id: 'intents', label: 'Contact types' },
  { id: 'departments', label: 'Departments' },
  { id: 'versions', label: 'Flow versions' },
  { id: 'operators', label: 'Operators' },
  { id: 'themes', label: 'Themes of comments' },
]

/** What is shown, as a file, or by mail again and again. Each export is recorded. */
export function ExportMenu({ filter, onSchedule }: { filter: InsightsFilter; onSchedule: () => void }) {
  // The answer is an attachment: the page stays where it is.
  const save = (format: 'csv' | 'xlsx' | 'pdf', table?: string) => () =>
    location.assign(addressOf(insightsRoutes.export, {}, { ...filter, format, table }))
  return (
    <Menu
      label="Export"
      items={[
        { id: 'xlsx', label: 'Excel, everything', onAction: save('xlsx') },
        { id: 'pdf', label: 'Report as PDF', onAction: save('pdf') },
        ...tables.map(({ id, label }, place) => ({
          id: `csv-${id}`,
          label: `CSV: ${label}`,
          onAction: save('csv', id),
          apart: place === 0,
        })),
        {
          id: 'schedule',
          label: 'Send by mail again and again',
          icon: <CalendarClock size={16} aria-hidden="true" />,
          apart: true,
          onAction: onSchedule,
        },
      ]}
    >
      <Button icon={<Download size={16} aria-hidden="true" />}>Export</Button>
    </Menu>
  )
}
