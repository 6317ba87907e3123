import { useQuery } from '@tanstack/react-query'
import { MessageSquareText } from 'lucide-react'
import type { InsightsFilter } from '../../schema/api/insights.ts'
import { nameIntent } from '../../schema/name-intent.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { CommentThemes } from './comment-themes.tsx'
import styles from './insights.module.css'
import { commentsQuery } from './insights-queries.ts'
import { LoadedPanel } from './loaded-panel.tsx'

const feelings = {
  positive: { label: 'Positive', tone: 'ok' },
  mixed: { label: 'Mixed', tone: 'neutral' },
  negative: { label: 'Negative', tone: 'waiting' },
} as const

interface CommentsTabProps {
  filter: InsightsFilter
  theme: string | undefined
  onTheme: (theme: string | undefined) => void
  nameOf: (department: string) => string
}

/** What visitors wrote. Nobody can tell from it who they are, unless they wrote so themselves. */
export function CommentsTab({ filter, theme, onTheme, nameOf }: CommentsTabProps) {
  const comments = useQuery(commentsQuery(filter, theme))
  return (
    <>
      {theme === undefined && <CommentThemes filter={filter} />}
      <Panel
        title={theme ? `Comments: ${theme}` : 'Comments'}
        flush
        actions={
          theme && (
            <Button size="s" onPress={() => onTheme(undefined)}>
              Show all comments
            </Button>
          )
        }
      >
        <LoadedPanel query={comments} what="comments">
          {(data) =>
            data.comments.length === 0 ? (
              <EmptyState icon={MessageSquareText} title="No comments">
                What visitors write in the survey will stand here, without anything that says who they are.
              </EmptyState>
            ) : (
              <>
                <ul className={styles.comments}>
                  {data.comments.map((comment) => (
                    <li key={comment.id}>
                      <p>{comment.comment}</p>
                      <small>
                        <Badge tone={feelings[comment.feeling].tone}>{feelings[comment.feeling].label}</Badge>{' '}
                        {[
                          new Date(comment.day).toLocaleDateString('en-GB', {
                            day: 'numeric',
                            month: 'short',
                            timeZone: 'UTC',
                          }),
                          comment.csat === null ? '' : `${comment.csat} of 5`,
                          comment.department ? nameOf(comment.department) : '',
                          comment.intent ? nameIntent(comment.intent) : '',
                          ...comment.themes,
                        ]
                          .filter((words) => words !== '')
                          .join(' · ')}
                      </small>
                    </li>
                  ))}
                </ul>
                {data.more && (
                  <p className={styles.definition}>There are more. Choose fewer days or a theme to see them.</p>
                )}
              </>
            )
          }
        </LoadedPanel>
      </Panel>
    </>
  )
}
