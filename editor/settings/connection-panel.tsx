import { useMutation, useQueryClient } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { adminRoutes, type Connection } from '../../schema/api/admin.ts'
import { call, wordsOf } from '../api.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Panel } from '../ui/panel.tsx'
import { showToast } from '../ui/toast.tsx'
import styles from './settings.module.css'
import { connectionsQuery } from './settings-queries.ts'

/** One connection as it stands. */
export function ConnectionPanel({ connection, onChange }: { connection: Connection; onChange: () => void }) {
  const [asking, setAsking] = useState(false)
  const queries = useQueryClient()
  const { id, name, origin, addresses, idempotent, hasCredential } = connection
  const remove = useMutation({
    mutationFn: () => call(adminRoutes.removeConnection, { params: { id } }),
    onSuccess: () => showToast(`“${name}” is removed`),
    onError: (error) => showToast(`Not removed. ${wordsOf(error)}`, { tone: 'fault' }),
    onSettled: () => {
      setAsking(false)
      return queries.invalidateQueries({ queryKey: connectionsQuery.queryKey })
    },
  })
  return (
    <Panel
      title={name}
      actions={
        <>
          <Button size="s" variant="quiet" onPress={() => setAsking(true)} aria-label={`Remove ${name}`}>
            Remove
          </Button>
          <Button size="s" onPress={onChange} aria-label={`Change ${name}`}>
            Change
          </Button>
        </>
      }
    >
      <dl className={styles.facts}>
        <dt>Name in flows</dt>
        <dd>
          <code>{id}</code>
        </dd>
        <dt>Address</dt>
        <dd>{origin}</dd>
        <dt>May resolve to</dt>
        <dd>{addresses.length === 0 ? 'Public addresses only' : addresses.join(', ')}</dd>
        <dt>Repeated calls</dt>
        <dd>{idempotent ? 'Counted once by the far side' : 'Not known to be counted once: a call is not repeated'}</dd>
        <dt>Credential</dt>
        <dd>
          {hasCredential ? (
            <Badge tone="ok" icon={KeyRound}>
              Stored
            </Badge>
          ) : (
            'None'
          )}
        </dd>
      </dl>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Remove ${name}?`}
        verb="Remove the connection"
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        <p>Flows that call it will take their “failed” way at once. Its credential is forgotten.</p>
      </Dialog>
    </Panel>
  )
}
