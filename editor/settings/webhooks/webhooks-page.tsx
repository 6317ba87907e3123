import { useQuery } from '@tanstack/react-query'
import { Plus, Webhook as WebhookIcon } from 'lucide-react'
import { useState } from 'react'
import { Loaded } from '../../loaded.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from '../settings.module.css'
import { SecretDialog } from './secret-dialog.tsx'
import { WebhookForm } from './webhook-form.tsx'
import { WebhookPanel } from './webhook-panel.tsx'
import { webhooksQuery } from './webhooks-query.ts'

/** Other systems that are told what happens. */
export function WebhooksPage() {
  const webhooks = useQuery(webhooksQuery)
  const [open, setOpen] = useState<string>()
  const [secret, setSecret] = useState<string>()
  const close = () => setOpen(undefined)
  const add = (
    <Button icon={<Plus size={16} aria-hidden="true" />} onPress={() => setOpen('new')} isDisabled={open === 'new'}>
      Add a webhook
    </Button>
  )
  return (
    <>
      <div className={styles.head}>
        <p className={styles.intro}>
          A webhook tells another system at once that something happened, and to what. It never tells what visitors
          wrote or who they are.
        </p>
        {add}
      </div>
      <Loaded query={webhooks} what="webhooks">
        {(data) => (
          <>
            {open === 'new' && (
              <Panel title="New webhook">
                <WebhookForm onDone={close} onSecret={setSecret} />
              </Panel>
            )}
            {data.webhooks.length === 0 && open !== 'new' && (
              <Panel flush>
                <EmptyState icon={WebhookIcon} title="No webhook yet" actions={add}>
                  No other system is told anything.
                </EmptyState>
              </Panel>
            )}
            {data.webhooks.map((webhook) =>
              open === webhook.id ? (
                <Panel key={webhook.id} title={webhook.name}>
                  <WebhookForm webhook={webhook} onDone={close} onSecret={setSecret} />
                </Panel>
              ) : (
                <WebhookPanel
                  key={webhook.id}
                  webhook={webhook}
                  onChange={() => setOpen(webhook.id)}
                  onSecret={setSecret}
                />
              ),
            )}
          </>
        )}
      </Loaded>
      <SecretDialog secret={secret} onClose={() => setSecret(undefined)} />
    </>
  )
}
