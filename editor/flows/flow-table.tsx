import { Link } from 'react-aria-components'
import type { FlowSummary } from '../../schema/api/flows.ts'
import { Badge } from '../ui/badge.tsx'
import { FlowPicture } from '../ui/flow-picture.tsx'
import { nameLocales } from '../ui/name-locales.ts'
import { type Column, Table } from '../ui/table.tsx'
import { formatMoment } from '../ui/time.tsx'
import { FlowActions } from './flow-actions.tsx'
import styles from './flows.module.css'

const columns: Column<FlowSummary>[] = [
  {
    id: 'name',
    label: 'Flow',
    names: true,
    cell: (flow) => (
      <div className={styles.flow}>
        <span className={styles.picture}>
          <FlowPicture picture={flow.picture} />
        </span>
        <Link href={`/flows/${flow.id}`} className={styles.name}>
          {flow.name}
        </Link>
        {flow.description && <span className={styles.description}>{flow.description}</span>}
        {flow.tags.length > 0 && (
          <span className={styles.tags}>
            {flow.tags.map((tag) => (
              <Badge key={tag}>{tag}</Badge>
            ))}
          </span>
        )}
      </div>
    ),
  },
  { id: 'state', label: 'State', cell: (flow) => <FlowState flow={flow} /> },
  { id: 'languages', label: 'Languages', extra: true, cell: (flow) => nameLocales(flow.locales) },
  { id: 'nodes', label: 'Nodes', numeric: true, extra: true, cell: (flow) => flow.nodes.toLocaleString('en-GB') },
  { id: 'running', label: 'Running', numeric: true, extra: true, cell: (flow) => flow.running.toLocaleString('en-GB') },
  {
    id: 'saved',
    label: 'Last saved',
    extra: true,
    cell: (flow) => (
      <span className={styles.saved}>
        <span className="num">{formatMoment(flow.savedAt)}</span>
        <span className={styles.by}>{flow.savedBy}</span>
      </span>
    ),
  },
  { id: 'actions', label: 'Actions', hideLabel: true, numeric: true, cell: (flow) => <FlowActions flow={flow} /> },
]

/** Flows in rows. */
export function FlowTable({ flows }: { flows: readonly FlowSummary[] }) {
  return <Table label="Flows" columns={columns} rows={flows} rowKey={(flow) => flow.id} />
}

/** Which version visitors get, and whether the draft has moved on since. */
function FlowState({ flow }: { flow: FlowSummary }) {
  return (
    <span className={styles.state}>
      {flow.live === null ? <Badge>Draft</Badge> : <Badge tone="ok">Version {flow.live} live</Badge>}
      {flow.live !== null && flow.changed && <Badge tone="warning">Changed since</Badge>}
    </span>
  )
}
