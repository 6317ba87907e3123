import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { type ApiToken, accountRoutes } from '../../schema/api/account.ts'
import { call, wordsOf } from '../api.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Table } from '../ui/table.tsx'
import { formatMoment } from '../ui/time.tsx'
import { showToast } from '../ui/toast.tsx'
import styles from './account.module.css'
import { tokensQuery } from './account-queries.ts'
import { KeyForm } from './key-form.tsx'

/** Keys for programs that call the API as this person, with a part of what they may do. */
export function KeysPanel() {
  const queries = useQueryClient()
  const keys = useQuery(tokensQuery)
  const [making, setMaking] = useState(false)
  const [secret, setSecret] = useState<string>()
  const [removing, setRemoving] = useState<ApiToken>()
  const again = () => void queries.invalidateQueries({ queryKey: tokensQuery.queryKey })
  const remove = useMutation({
    mutationFn: (id: string) => call(accountRoutes.removeToken, { params: { id } }),
    onSuccess: () => {
      setRemoving(undefined)
      showToast('The key no longer works')
      again()
    },
    onError: (error) => showToast(`Not taken away. ${wordsOf(error)}`, { tone: 'fault' }),
  })
  const add = (
    <Button icon={<Plus size={16} aria-hidden="true" />} onPress={() => setMaking(true)} isDisabled={making}>
      Make a key
    </Button>
  )
  return (
    <Panel title="Keys for programs" actions={keys.data && keys.data.tokens.length > 0 ? add : undefined}>
      <p className={styles.intro}>
        What programs can do stands in <Link to="/explorer">the description of the API</Link>.
      </p>
      {secret && (
        <Banner tone="ok" title="Your key." actions={<CopyButton text={secret} what="The key" />}>
          It is shown only now: <span className={styles.secret}>{secret}</span>
        </Banner>
      )}
      {!keys.data && keys.isError && (
        <ErrorState title="Could not load your keys" onRetry={() => void keys.refetch()}>
          {wordsOf(keys.error)}
        </ErrorState>
      )}
      {!keys.data && !keys.isError && <Skeleton label="Loading your keys" lines={2} />}
      {keys.data && making && (
        <KeyForm
          areas={keys.data.areas}
          onMade={(made) => {
            setSecret(made)
            setMaking(false)
            again()
          }}
          onCancel={() => setMaking(false)}
        />
      )}
      {keys.data?.tokens.length === 0 && !making && (
        <EmptyState icon={KeyRound} title="No key yet" actions={add}>
          A program that calls the API needs one. It can never do more than you can.
        </EmptyState>
      )}
      {keys.data && keys.data.tokens.length > 0 && (
        <Table
          label="Keys for programs"
          rows={keys.data.tokens}
          rowKey={({ id }) => id}
          columns={[
            { id: 'name', label: 'Name', names: true, cell: ({ name }) => name },
            { id: 'scopes', label: 'Opens', extra: true, cell: ({ scopes }) => scopes.map(describeScope).join(', ') },
            { id: 'used', label: 'Last used', cell: ({ usedAt }) => (usedAt ? formatMoment(usedAt) : 'Never') },
            { id: 'until', label: 'Works until', cell: ({ expiresAt }) => formatMoment(expiresAt) },
            {
              id: 'remove',
              label: 'Takes it away',
              hideLabel: true,
              cell: (key) => (
                <Button size="s" onPress={() => setRemoving(key)} aria-label={`Take away “${key.name}”`}>
                  Take away
                </Button>
              ),
            },
          ]}
        />
      )}
      <Dialog
        open={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={`Take “${removing?.name ?? ''}” away?`}
        verb="Take the key away"
        danger
        busy={remove.isPending}
        onConfirm={() => removing && remove.mutate(removing.id)}
      >
        <p>Programs that use it are refused at once. A key that was taken away never works again.</p>
      </Dialog>
    </Panel>
  )
}

function describeScope(scope: string): string {
  const [area = '', right] = scope.split(':')
  return `${area} (${right === 'write' ? 'change' : 'look'})`
}
