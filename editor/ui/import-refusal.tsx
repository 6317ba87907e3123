import { useRef } from 'react'
import type { FlowIssue } from '../../schema/flow-issue.ts'
import { Badge } from './badge.tsx'
import { Banner } from './banner.tsx'
import styles from './import-refusal.module.css'
import { useScrollable } from './use-scrollable.ts'

/** More than these are counted, not listed. */
const mostShown = 50

/** Why a document was not taken in: each issue in plain words with its place, one node after the other. */
export function ImportRefusal({ issues, words }: { issues: readonly FlowIssue[]; words: string }) {
  const list = useRef<HTMLUListElement>(null)
  const scrollable = useScrollable(list)
  const sorted = [...issues].sort((a, b) => (a.node ?? '').localeCompare(b.node ?? ''))
  return (
    <div className={styles.refusal}>
      <Banner tone="emergency" live title="Not imported.">
        {issues.length > 1 ? `${issues.length} things in it have to be put right.` : words} Nothing was changed.
      </Banner>
      {issues.length > 0 && (
        <ul
          ref={list}
          className={styles.issues}
          aria-label="What is wrong with the document"
          {...(scrollable ? { tabIndex: 0 } : {})}
        >
          {sorted.slice(0, mostShown).map((issue) => (
            <li key={`${issue.code} ${placeOf(issue)} ${issue.message}`}>
              <span>
                {issue.severity === 'advice' && <Badge tone="warning">Advice</Badge>} {issue.message}
              </span>
              {placeOf(issue) && <span className={styles.place}>{placeOf(issue)}</span>}
            </li>
          ))}
          {issues.length > mostShown && <li>And {issues.length - mostShown} more.</li>}
        </ul>
      )}
    </div>
  )
}

/** Where it is: "node ask-intent, intents.2.label". */
function placeOf(issue: FlowIssue): string {
  return [
    issue.node && `node ${issue.node}`,
    issue.edge && `edge ${issue.edge}`,
    issue.variable && `variable ${issue.variable}`,
    issue.outcome && `outcome ${issue.outcome}`,
    issue.field,
  ]
    .filter(Boolean)
    .join(', ')
}
