import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { accountRoutes } from '../../schema/api/account.ts'
import { call, wordsOf } from '../api.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { describeAgent } from '../ui/describe-agent.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Table } from '../ui/table.tsx'
import { formatMoment } from '../ui/time.tsx'
import { showToast } from '../ui/toast.tsx'
import { sessionsQuery } from './account-queries.ts'

/** Where somebody is signed in, and the way to end that. */
export function SessionsPanel() {
  const queries = useQueryClient()
  const sessions = useQuery(sessionsQuery)
  const end = useMutation({
    mutationFn: (id: string) => call(accountRoutes.endSession, { params: { id } }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
    onError: (error) => showToast(`Not ended. ${wordsOf(error)}`, { tone: 'fault' }),
  })
  const rows = sessions.data?.sessions
  return (
    <Panel
      title="Where you are signed in"
      flush
      actions={
        rows && rows.length > 1 ? (
          <Button onPress={() => end.mutate('others')} busy={end.isPending && end.variables === 'others'}>
            Sign out everywhere else
          </Button>
        ) : undefined
      }
    >
      {!rows && sessions.isError && (
        <ErrorState title="Could not load your sessions" onRetry={() => void sessions.refetch()}>
          {wordsOf(sessions.error)}
        </ErrorState>
      )}
      {!rows && !sessions.isError && <Skeleton label="Loading your sessions" lines={2} />}
      {rows && (
        <Table
          label="Where you are signed in"
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { id: 'agent', label: 'Browser', names: true, cell: ({ agent }) => describeAgent(agent) },
            { id: 'from', label: 'Signed in', extra: true, cell: ({ createdAt }) => formatMoment(createdAt) },
            { id: 'seen', label: 'Last used', cell: ({ seenAt }) => formatMoment(seenAt) },
            {
              id: 'end',
              label: 'Ends it',
              hideLabel: true,
              cell: ({ id, current, agent }) =>
                current ? (
                  <Badge tone="accent">This one</Badge>
                ) : (
                  <Button
                    size="s"
                    onPress={() => end.mutate(id)}
                    busy={end.isPending && end.variables === id}
                    aria-label={`Sign out on ${describeAgent(agent)}`}
                  >
                    Sign out
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Panel>
  )
}
