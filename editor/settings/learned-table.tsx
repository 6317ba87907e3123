import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Correction, correctionsRoutes } from '../../schema/api/corrections.ts'
import { call, wordsOf } from '../api.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { showToast } from '../ui/toast.tsx'
import { toPercent } from './correction-panel.tsx'
import { correctionsQuery } from './settings-queries.ts'

/** What was learned and what it changed, and what was not. */
export function LearnedTable({ corrections }: { corrections: readonly Correction[] }) {
  const queries = useQueryClient()
  const forget = useMutation({
    mutationFn: (id: string) => call(correctionsRoutes.refuse, { params: { id } }),
    onSuccess: () => {
      showToast('Forgotten')
      void queries.invalidateQueries({ queryKey: correctionsQuery.queryKey })
    },
    onError: (error) => showToast(`Not forgotten. ${wordsOf(error)}`, { tone: 'fault' }),
  })
  return (
    <Panel title="Decided" flush>
      <Table
        label="Decided"
        rows={corrections}
        rowKey={({ id }) => id}
        columns={[
          { id: 'phrase', label: 'Phrase', names: true, cell: ({ phrase }) => phrase },
          { id: 'meant', label: 'Means', cell: ({ meant }) => meant.label },
          {
            id: 'status',
            label: 'Decision',
            cell: ({ status }) =>
              status === 'accepted' ? <Badge tone="ok">Learned</Badge> : <Badge>Not learned</Badge>,
          },
          {
            id: 'effect',
            label: 'Examples understood',
            extra: true,
            cell: ({ effect }) => (effect ? `${toPercent(effect.before)} → ${toPercent(effect.after)}` : ''),
          },
          { id: 'by', label: 'By', extra: true, cell: ({ decidedBy }) => decidedBy ?? '' },
          {
            id: 'forget',
            label: 'Forgets it',
            hideLabel: true,
            cell: ({ id, status, phrase }) =>
              status === 'accepted' && (
                <Button
                  size="s"
                  onPress={() => forget.mutate(id)}
                  busy={forget.isPending && forget.variables === id}
                  aria-label={`Forget “${phrase}”`}
                >
                  Forget
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  )
}
