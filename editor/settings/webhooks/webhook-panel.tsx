import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pause, Send } from 'lucide-react'
import { useState } from 'react'
import { type Webhook, webhooksRoutes } from '../../../schema/api/webhooks.ts'
import { call, wordsOf } from '../../api.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { formatMoment } from '../../ui/time.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from '../settings.module.css'
import { DeliveryLog } from './delivery-log.tsx'
import { RemoveWebhook } from './remove-webhook.tsx'
import { RenewSecret } from './renew-secret.tsx'
import { kindLabels } from './webhook-words.ts'
import { webhooksQuery } from './webhooks-query.ts'

interface WebhookPanelProps {
  webhook: Webhook
  onChange: () => void
  onSecret: (secret: string) => void
}

/** One webhook as it stands, with what it was told. */
export function WebhookPanel({ webhook, onChange, onSecret }: WebhookPanelProps) {
  const [asking, setAsking] = useState<'remove' | 'secret'>()
  const queries = useQueryClient()
  const { id, name, address, addresses, kinds, state } = webhook
  const test = useMutation({
    mutationFn: () => call(webhooksRoutes.test, { params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
  })
  return (
    <Panel
      title={name}
      actions={
        <>
          <Button
            size="s"
            icon={<Send size={14} aria-hidden="true" />}
            busy={test.isPending}
            onPress={() => test.mutate()}
            aria-label={`Send a test to ${name}`}
          >
            Send a test
          </Button>
          <Button size="s" onPress={() => setAsking('secret')} aria-label={`New secret for ${name}`}>
            New secret
          </Button>
          <Button size="s" onPress={onChange} aria-label={`Change ${name}`}>
            Change
          </Button>
          <Button size="s" variant="quiet" onPress={() => setAsking('remove')} aria-label={`Remove ${name}`}>
            Remove
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Trouble webhook={webhook} />
        {test.data && (
          <Banner
            tone={test.data.status === 'delivered' ? 'ok' : 'waiting'}
            live
            title={test.data.status === 'delivered' ? 'The test was taken.' : 'The test was not taken.'}
          >
            {test.data.problem ?? `The answer was ${test.data.answer ?? ''}.`}
          </Banner>
        )}
        {test.isError && (
          <Banner tone="waiting" live title="The test was not sent.">
            {wordsOf(test.error)}
          </Banner>
        )}
        <dl className={styles.facts}>
          <dt>State</dt>
          <dd>
            <State state={state} />
          </dd>
          <dt>Address</dt>
          <dd>
            <code>{address}</code>
          </dd>
          <dt>May resolve to</dt>
          <dd>{addresses.length === 0 ? 'Public addresses only' : addresses.join(', ')}</dd>
          <dt>Told when</dt>
          <dd>{kinds.map((kind) => kindLabels[kind]).join(' · ')}</dd>
        </dl>
        <DeliveryLog webhook={webhook} />
      </div>
      <RemoveWebhook webhook={webhook} open={asking === 'remove'} onClose={() => setAsking(undefined)} />
      <RenewSecret
        webhook={webhook}
        open={asking === 'secret'}
        onClose={() => setAsking(undefined)}
        onSecret={onSecret}
      />
    </Panel>
  )
}

function State({ state }: { state: Webhook['state'] }) {
  if (state === 'active') return <Badge tone="ok">Active</Badge>
  return state === 'off' ? (
    <Badge icon={null}>Off</Badge>
  ) : (
    <Badge tone="warning" icon={Pause}>
      Paused
    </Badge>
  )
}

/** What is wrong with it, what is not lost, and what to do. */
function Trouble({ webhook }: { webhook: Webhook }) {
  const queries = useQueryClient()
  const { id, state, pausedBecause, failingSince, waiting } = webhook
  const start = useMutation({
    mutationFn: () => {
      const { name, address, addresses, kinds } = webhook
      return call(webhooksRoutes.save, { params: { id }, body: { name, address, addresses, kinds, active: true } })
    },
    onError: (error) => showToast(`Not started. ${wordsOf(error)}`, { tone: 'fault' }),
    onSettled: () => queries.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
  })
  const messages = `${waiting} ${waiting === 1 ? 'message waits' : 'messages wait'}`
  if (state === 'paused')
    return (
      <Banner
        tone="waiting"
        title="Paused: it took nothing."
        actions={
          <Button size="s" busy={start.isPending} onPress={() => start.mutate()}>
            Start again
          </Button>
        }
      >
        {pausedBecause} {messages} and will be sent when you start it again, within 30 days.
      </Banner>
    )
  if (state !== 'active' || failingSince === null || waiting === 0) return null
  return (
    <Banner tone="waiting" title={`It has taken nothing since ${formatMoment(failingSince)}.`}>
      {messages}. Each is tried again; after a day the webhook is paused.
    </Banner>
  )
}
