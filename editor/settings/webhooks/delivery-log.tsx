import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Webhook, type WebhookDelivery, webhooksRoutes } from '../../../schema/api/webhooks.ts'
import { call, wordsOf } from '../../api.ts'
import { Loaded } from '../../loaded.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
import { formatMoment } from '../../ui/time.tsx'
import { showToast } from '../../ui/toast.tsx'
import { labelOf } from './webhook-words.ts'
import { deliveriesQuery, webhooksQuery } from './webhooks-query.ts'

const states = {
  waiting: { label: 'Waiting', tone: 'waiting' },
  delivered: { label: 'Taken', tone: 'ok' },
  failed: { label: 'Not taken', tone: 'fault' },
} as const

/** What a webhook was told and what came back, shown on demand. */
export function DeliveryLog({ webhook }: { webhook: Webhook }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <div>
        <Button size="s" aria-expanded={open} onPress={() => setOpen(!open)}>
          {open ? 'Hide the log' : 'Show the log'}
        </Button>
      </div>
      {open && <Log webhook={webhook} />}
    </>
  )
}

function Log({ webhook }: { webhook: Webhook }) {
  const deliveries = useQuery(deliveriesQuery(webhook.id))
  return (
    <Loaded query={deliveries} what="messages">
      {(data) =>
        data.deliveries.length === 0 ? (
          <p>Nothing was sent in the last 30 days.</p>
        ) : (
          <Table
            label={`Messages to ${webhook.name}`}
            rowKey={({ id }) => id}
            rows={data.deliveries}
            columns={[
              { id: 'kind', label: 'Event', names: true, cell: ({ kind }) => labelOf(kind) },
              { id: 'at', label: 'Happened', cell: ({ at }) => formatMoment(at) },
              { id: 'status', label: 'State', cell: (delivery) => <State delivery={delivery} /> },
              { id: 'attempts', label: 'Tries', numeric: true, extra: true, cell: ({ attempts }) => attempts },
              { id: 'answer', label: 'Answer', numeric: true, cell: ({ answer }) => answer ?? '–' },
              {
                id: 'again',
                label: 'Send again',
                hideLabel: true,
                cell: (delivery) => <Again webhook={webhook} delivery={delivery} />,
              },
            ]}
          />
        )
      }
    </Loaded>
  )
}

function State({ delivery: { status, problem, nextAt } }: { delivery: WebhookDelivery }) {
  const { label, tone } = states[status]
  return (
    <>
      <Badge tone={tone}>{label}</Badge> {problem}
      {problem !== null && nextAt !== null && ` Again at ${formatMoment(nextAt)}.`}
    </>
  )
}

function Again({ webhook: { id }, delivery }: { webhook: Webhook; delivery: WebhookDelivery }) {
  const queries = useQueryClient()
  const again = useMutation({
    mutationFn: () => call(webhooksRoutes.sendAgain, { params: { id, delivery: delivery.id } }),
    onSuccess: ({ status, problem }) =>
      status === 'delivered'
        ? showToast('Sent again, and taken')
        : showToast(`Sent again, and not taken. ${problem ?? ''}`, { tone: 'fault' }),
    onError: (error) => showToast(`Not sent. ${wordsOf(error)}`, { tone: 'fault' }),
    onSettled: () => queries.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
  })
  return (
    <Button
      size="s"
      variant="quiet"
      busy={again.isPending}
      onPress={() => again.mutate()}
      aria-label={`Send again: ${labelOf(delivery.kind)}, ${formatMoment(delivery.at)}`}
    >
      Send again
    </Button>
  )
}
