import type { Meta, StoryObj } from '@storybook/react-vite'
import { BothThemes } from '../testing/both-themes.tsx'
import { Badge } from './badge.tsx'
import { Panel } from './panel.tsx'
import { type Column, Table } from './table.tsx'

const meta: Meta = { title: 'Kit/Table' }
export default meta

interface Version {
  number: string
  by: string
  live: boolean
  contacts: number
}
const columns: Column<Version>[] = [
  { id: 'number', label: 'Version', names: true, cell: (version) => version.number },
  { id: 'by', label: 'Published by', extra: true, cell: (version) => version.by },
  {
    id: 'state',
    label: 'State',
    cell: (version) => (version.live ? <Badge tone="ok">Live</Badge> : <Badge>Replaced</Badge>),
  },
  { id: 'contacts', label: 'Contacts', numeric: true, cell: (version) => version.contacts.toLocaleString('en-GB') },
]
const rows: Version[] = [
  { number: '14', by: 'Meera Shah', live: true, contacts: 8_412 },
  { number: '13', by: 'Tom Ashworth', live: false, contacts: 31_077 },
]

export const Versions: StoryObj = {
  render: () => (
    <BothThemes>
      <Table label="Versions" columns={columns} rows={rows} rowKey={(version) => version.number} selected="14" />
    </BothThemes>
  ),
}
export const InAPanel: StoryObj = {
  render: () => (
    <Panel title="About" actions={<Badge>Draft</Badge>}>
      A panel with a title.
    </Panel>
  ),
}
