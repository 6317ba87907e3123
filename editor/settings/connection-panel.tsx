import { useMutation, useQueryClient } from '@tanstack/react-query'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { connectionsRoutes } from '../../schema/api/connections.ts'
import type { Connection } from '../../schema/connection.ts'
import { call, wordsOf } from '../api.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Panel } from '../ui/panel.tsx'
import { showToast } from '../ui/toast.tsx'
import { DryRunDialog } from './dry-run-dialog.tsx'
import styles from './settings.module.css'
import { connectionsQuery } from './settings-queries.ts'

/** One connection as it stands. */
export function ConnectionPanel({ connection, onChange }: { connection: Connection; onChange: () => void }) {
  const [asking, setAsking] = useState(false)
  const queries = useQueryClient()
  const [trying, setTrying] = useState(false)
  const { id, name, origin, addresses, paths, timeoutSeconds, largestKb, idempotent, actions, hasCredential } =
    connection
  const remove = useMutation({
    mutationFn: () => call(connectionsRoutes.remove, { params: { id } }),
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
          <Button size="s" onPress={() => setTrying(true)} aria-label={`Try ${name}`}>
            Try
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
        <dt>May be called</dt>
        <dd>{paths.length === 0 ? 'All of its paths' : paths.map((path) => <div key={path}>{path}</div>)}</dd>
        <dt>Limits</dt>
        <dd>
          {timeoutSeconds} seconds for a try, {largestKb} kB for an answer
        </dd>
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
        <dt>From the inbox</dt>
        <dd>{actions.length === 0 ? 'Nothing' : actions.map((action) => action.name).join(', ')}</dd>
      </dl>
      {trying && <DryRunDialog connection={connection} onClose={() => setTrying(false)} />}
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
