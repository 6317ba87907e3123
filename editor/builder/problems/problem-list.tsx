import { CircleCheck, OctagonAlert, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { FlowIssue } from '../../../schema/flow-issue.ts'
import { Button } from '../../ui/button.tsx'
import { NodeTile } from '../../ui/node-tile.tsx'
import { useBuilder, useIssues } from '../builder-context.tsx'
import type { Card } from '../canvas/card.ts'
import { goToIssue } from './go-to-issue.ts'
import styles from './problem-list.module.css'
import { QuickFix } from './quick-fix.tsx'

/** More than these are shown on request: a long list costs time with every letter that is typed. */
const mostShown = 60

/** Every problem in plain words, the ones that stop publishing first. A press goes to the node and the field. */
export function ProblemList() {
  const { scene } = useBuilder()
  const issues = useIssues()
  const [all, setAll] = useState(false)
  const { cards } = scene()
  if (issues.length === 0)
    return (
      <p className={styles.none}>
        <CircleCheck size={16} aria-hidden="true" /> Nothing is wrong. This flow can be published.
      </p>
    )
  const shown = all ? issues : issues.slice(0, mostShown)
  return (
    <>
      <ul className={styles.list} aria-label="Problems">
        {shown.map((issue) => (
          <Problem
            key={keyOf(issue)}
            issue={issue}
            card={issue.node === undefined ? undefined : cards.get(issue.node)}
          />
        ))}
      </ul>
      {shown.length < issues.length && (
        <div className={styles.more}>
          <Button size="s" variant="quiet" onPress={() => setAll(true)}>
            Show all {issues.length.toLocaleString('en-GB')}
          </Button>
        </div>
      )}
    </>
  )
}

function Problem({ issue, card }: { issue: FlowIssue; card: Card | undefined }) {
  const { store } = useBuilder()
  return (
    <li className={styles[issue.severity]}>
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
}

function keyOf(issue: FlowIssue): string {
  return [issue.code, issue.node, issue.field, issue.outcome, issue.edge, issue.variable, issue.message].join('|')
}
