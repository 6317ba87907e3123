import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react'
import type { FlowIssue } from '../../../schema/flow-issue.ts'
import { NodeTile } from '../../ui/node-tile.tsx'
import { useBuilder, useIssues } from '../builder-context.tsx'
import { goToIssue } from './go-to-issue.ts'
import styles from './problem-list.module.css'
import { QuickFix } from './quick-fix.tsx'

/** Every problem in plain words, the ones that stop publishing first. A press goes to the node and the field. */
export function ProblemList() {
  const { scene, store } = useBuilder()
  const issues = useIssues()
  const { cards } = scene()
  if (issues.length === 0)
    return (
      <p className={styles.none}>
        <CircleCheck size={16} aria-hidden="true" /> Nothing is wrong. This flow can be published.
      </p>
    )
  return (
    <ul className={styles.list} aria-label="Problems">
      {issues.map((issue) => {
        const card = issue.node === undefined ? undefined : cards.get(issue.node)
        return (
          <li key={keyOf(issue)} className={styles[issue.severity]}>
            <button type="button" className={styles.problem} onClick={() => goToIssue(store, issue)}>
              {issue.severity === 'fault' ? (
                <OctagonAlert size={16} aria-hidden="true" />
              ) : (
                <TriangleAlert size={16} aria-hidden="true" />
              )}
              <span className="sr">{issue.severity === 'fault' ? 'Stops publishing:' : 'Advice:'}</span>
              {card && (
                <span className={styles.place}>
                  <NodeTile category={card.kind === 'unknown' ? undefined : card.category} icon={card.icon} size="s" />
                  <b>{card.title}</b>
                </span>
              )}
              <span className={styles.words}>{issue.message}</span>
            </button>
            <QuickFix issue={issue} />
          </li>
        )
      })}
    </ul>
  )
}

function keyOf(issue: FlowIssue): string {
  return [issue.code, issue.node, issue.field, issue.outcome, issue.edge, issue.variable, issue.message].join('|')
}
