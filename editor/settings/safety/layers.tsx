import type { SafetyLearning } from '../../../schema/api/safety.ts'
import { Badge } from '../../ui/badge.tsx'
import { Panel } from '../../ui/panel.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { layerNames } from './layer-names.ts'
import styles from './safety.module.css'

type Layer = SafetyLearning['layers'][number] | { name: string; state: 'absent' }

const looksAt: Record<string, string> = {
  words: 'Words and patterns that speak of danger, and whether they are denied, past or a manner of speaking.',
  statistics: 'What labelled messages like it had in common, and what was said before.',
  force: 'The words and exceptions of your own.',
  examples: 'Labelled messages that mean much the same. What your people mark counts here at once, without training.',
}
const absent =
  'Not there. It needs a static sentence model in the folder that MODEL_DIR names on the server. The other layers do without.'

const columns: Column<Layer>[] = [
  { id: 'name', label: 'Layer', names: true, cell: ({ name }) => layerNames[name] ?? name },
  { id: 'looks', label: 'What it looks at', extra: true, cell: ({ name }) => looksAt[name] ?? '' },
  {
    id: 'state',
    label: 'State',
    cell: (layer) => (
      <span className={styles.why}>
        {layer.state === 'ready' && <Badge tone="ok">Working</Badge>}
        {layer.state === 'absent' && <small>{absent}</small>}
        {layer.state === 'failed' && (
          <>
            <Badge tone="emergency">Not working</Badge>
            <small>{layer.failure}</small>
          </>
        )}
      </span>
    ),
  },
]

/** The layers of the detector: what each looks at, and how it is. One that is not there is named too. */
export function Layers({ layers }: { layers: SafetyLearning['layers'] }) {
  const rows: Layer[] = layers.some(({ name }) => name === 'examples')
    ? layers
    : [...layers, { name: 'examples', state: 'absent' }]
  return (
    <Panel title="What judges a message" flush>
      <Table label="What judges a message" columns={columns} rows={rows} rowKey={({ name }) => name} />
    </Panel>
  )
}
