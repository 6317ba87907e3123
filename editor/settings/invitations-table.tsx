import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Invitation, peopleRoutes } from '../../schema/api/people.ts'
import { call, wordsOf } from '../api.ts'
import { roleNames } from '../role-names.ts'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { formatMoment } from '../ui/time.tsx'
import { showToast } from '../ui/toast.tsx'
import { peopleQuery } from './settings-queries.ts'

/** Who is invited and has not come yet. */
export function InvitationsTable({ invitations }: { invitations: readonly Invitation[] }) {
  const queries = useQueryClient()
  const withdraw = useMutation({
    mutationFn: (id: string) => call(peopleRoutes.withdraw, { params: { id } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: peopleQuery.queryKey })
      showToast('The invitation no longer works')
    },
    onError: (error) => showToast(`Not taken back. ${wordsOf(error)}`, { tone: 'fault' }),
  })
  return (
    <Panel title="Invited" flush>
      <Table
        label="Invited"
        rows={invitations}
        rowKey={({ id }) => id}
        columns={[
          { id: 'name', label: 'Name', names: true, cell: ({ name }) => name },
          { id: 'email', label: 'Email', extra: true, cell: ({ email }) => email },
          { id: 'roles', label: 'Roles', cell: ({ roles }) => roles.map((role) => roleNames[role].name).join(', ') },
          { id: 'until', label: 'Works until', cell: ({ expiresAt }) => formatMoment(expiresAt) },
          {
            id: 'withdraw',
            label: 'Takes it back',
            hideLabel: true,
            cell: ({ id, name }) => (
              <Button
                size="s"
                onPress={() => withdraw.mutate(id)}
                busy={withdraw.isPending && withdraw.variables === id}
                aria-label={`Take back the invitation of ${name}`}
              >
                Take back
              </Button>
            ),
          },
        ]}
      />
    </Panel>
  )
}
