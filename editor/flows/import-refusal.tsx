import { z } from 'zod'
import { FlowIssue } from '../../schema/flow-issue.ts'
import { ApiError, wordsOf } from '../api.ts'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import styles from './flows.module.css'

const Refused = z.union([
  z.array(FlowIssue),
  z.object({ issues: z.array(FlowIssue) }).transform(({ issues }) => issues),
])
/** More than these are counted, not listed. */
const mostShown = 50

/** Why a document was not taken in: each issue in plain words with its place. */
export function ImportRefusal({ error }: { error: Error }) {
  const parsed = Refused.safeParse(error instanceof ApiError ? error.details : undefined)
  const issues = parsed.success ? parsed.data : []
  return (
    <div className={styles.refusal}>
      <Banner tone="emergency" live title="Not imported.">
        {issues.length > 1 ? `${issues.length} things in it have to be put right.` : wordsOf(error)} Nothing was
        changed.
      </Banner>
      {issues.length > 0 && (
        <ul className={styles.issues} aria-label="What is wrong with the document">
          {issues.slice(0, mostShown).map((issue) => (
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
