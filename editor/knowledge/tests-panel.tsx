import { useQuery } from '@tanstack/react-query'
import { FlaskConical, Trash2 } from 'lucide-react'
import { improveRoutes, type TestQuestion } from '../../schema/api/improve.ts'
import type { Overview } from '../../schema/api/knowledge.ts'
import { call, wordsOf } from '../api.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Table } from '../ui/table.tsx'
import { testsQuery } from './knowledge-queries.ts'
import { useKnowledgeAct } from './use-knowledge-act.ts'

/** Questions that are asked again at every change of the documents, those that fail first. */
export function TestsPanel({ data }: { data: Overview }) {
  const tests = useQuery(testsQuery)
  const run = useKnowledgeAct({
    act: () => call(improveRoutes.runTests),
    done: ({ tests: ran }) => {
      const failed = ran.filter(({ result }) => result === 'failed').length
      return failed === 0 ? 'All test questions pass' : `${failed} of ${ran.length} test questions fail`
    },
  })
  const remove = useKnowledgeAct({
    act: (id: string) => call(improveRoutes.removeTest, { params: { id } }),
    done: () => 'The test question is removed',
  })
  const rows = tests.data?.tests ?? []
  const wanted = ({ document }: TestQuestion) =>
    document === null ? 'No answer' : (data.documents.find(({ id }) => id === document)?.title ?? 'A deleted document')
  return (
    <Panel
      title="Test questions"
      flush
      actions={
        rows.length > 0 && (
          <Button size="s" busy={run.isPending} onPress={() => run.mutate()}>
            Ask them all now
          </Button>
        )
      }
    >
      {tests.isError && !tests.data ? (
        <ErrorState title="Could not load the test questions" onRetry={() => void tests.refetch()}>
          {wordsOf(tests.error)}
        </ErrorState>
      ) : !tests.data ? (
        <Skeleton label="Loading the test questions" lines={3} />
      ) : rows.length === 0 ? (
        <EmptyState icon={FlaskConical} title="No test question">
          Test a question and keep it as a test. It is asked again whenever a document changes.
        </EmptyState>
      ) : (
        <Table
          label="Test questions"
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { id: 'question', label: 'Question', names: true, cell: ({ question }) => question },
            { id: 'wanted', label: 'Has to come from', extra: true, cell: wanted },
            {
              id: 'result',
              label: 'Result',
              cell: ({ result, found }) => (
                <>
                  <Badge tone={result === 'passed' ? 'ok' : result === 'failed' ? 'fault' : 'neutral'}>
                    {result === 'passed' ? 'Passes' : result === 'failed' ? 'Fails' : 'Not asked yet'}
                  </Badge>{' '}
                  {result === 'failed' && found}
                </>
              ),
            },
            {
              id: 'remove',
              label: 'Remove',
              hideLabel: true,
              cell: ({ id, question }) => (
                <IconButton
                  size="s"
                  label={`Remove “${question}”`}
                  icon={<Trash2 size={14} aria-hidden="true" />}
                  onPress={() => remove.mutate(id)}
                />
              ),
            },
          ]}
        />
      )}
    </Panel>
  )
}
