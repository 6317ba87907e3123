import type { FlowNode } from '../../../schema/flow.ts'
import { nodeName } from '../../../schema/node-definition.ts'
import { useBuilder } from '../builder-context.tsx'
import type { FlowChanges } from './compare-flows.ts'
import styles from './versions.module.css'

/** What a publishing changes, in words. */
export function ChangeList({ changes }: { changes: FlowChanges }) {
  const { definitions } = useBuilder()
  const names = (nodes: readonly FlowNode[]) => {
    const first = nodes.slice(0, 6).map((node) => nodeName(node, definitions))
    return nodes.length > first.length
      ? `${first.join(', ')} and ${nodes.length - first.length} more`
      : first.join(', ')
  }
  const rowsOfAll: [string, readonly FlowNode[]][] = [
    ['Added', changes.added],
    ['Removed', changes.removed],
    ['Changed', changes.changed],
    ['Moved', changes.moved],
  ]
  const rows = rowsOfAll.filter(([, nodes]) => nodes.length > 0)
  const others = [
    changes.connections > 0 && `${changes.connections} ${changes.connections === 1 ? 'connection' : 'connections'}`,
    changes.variables > 0 && `${changes.variables} ${changes.variables === 1 ? 'variable' : 'variables'}`,
    changes.settings && 'settings of the flow',
  ].filter((each) => each !== false)
  if (rows.length === 0 && others.length === 0)
    return <p className={styles.changes}>Nothing is different from the version that is live.</p>
  return (
    <dl className={styles.changes}>
      {rows.map(([label, nodes]) => (
        <div key={label}>
          <dt>
            {label} <b>{nodes.length}</b>
          </dt>
          <dd>{names(nodes)}</dd>
        </div>
      ))}
      {others.length > 0 && (
        <div>
          <dt>Also</dt>
          <dd>{others.join(', ')}</dd>
        </div>
      )}
    </dl>
  )
}
