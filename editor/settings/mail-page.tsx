import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Mail, Plus, Send } from 'lucide-react'
import { useState } from 'react'
import { type MailSettings, mailRoutes, type SentMail } from '../../schema/api/mail.ts'
import { call, wordsOf } from '../api.ts'
import { Loaded } from '../loaded.tsx'
import { Badge } from '../ui/badge.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Panel } from '../ui/panel.tsx'
import { Table } from '../ui/table.tsx'
import { formatMoment } from '../ui/time.tsx'
import { MailForm } from './mail-form.tsx'
import styles from './settings.module.css'
import { mailQuery } from './settings-queries.ts'

/** How the force sends mail, and what became of the last ones. */
export function MailPage() {
  const mail = useQuery(mailQuery)
  const [changing, setChanging] = useState(false)
  return (
    <>
      <div className={styles.head}>
        <p className={styles.intro}>
          Mail is for confirmations to visitors, reports of figures, invitations and new passwords. Without a mail
          server everything else works.
        </p>
      </div>
      <Loaded query={mail} what="mail settings">
        {({ settings, mails }) => (
          <>
            {changing ? (
              <Panel title="Mail server">
                <MailForm settings={settings} onDone={() => setChanging(false)} />
              </Panel>
            ) : settings ? (
              <ServerPanel settings={settings} onChange={() => setChanging(true)} />
            ) : (
              <Panel flush>
                <EmptyState
                  icon={Mail}
                  title="No mail server"
                  actions={
                    <Button icon={<Plus size={16} aria-hidden="true" />} onPress={() => setChanging(true)}>
                      Name the mail server
                    </Button>
                  }
                >
                  Mail waits in the outbox until there is one.
                </EmptyState>
              </Panel>
            )}
            {mails.length > 0 && <Outbox mails={mails} />}
          </>
        )}
      </Loaded>
    </>
  )
}

function ServerPanel({ settings, onChange }: { settings: MailSettings; onChange: () => void }) {
  const [removing, setRemoving] = useState(false)
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: mailQuery.queryKey })
  const test = useMutation({ mutationFn: () => call(mailRoutes.test) })
  const remove = useMutation({
    mutationFn: () => call(mailRoutes.remove),
    onSuccess: async () => {
      await again()
      setRemoving(false)
    },
  })
  const encryption = { tls: 'TLS', starttls: 'STARTTLS', none: 'not encrypted' }[settings.security]
  return (
    <Panel
      title="Mail server"
      actions={
        <>
          <Button icon={<Send size={16} aria-hidden="true" />} busy={test.isPending} onPress={() => test.mutate()}>
            Send me a test
          </Button>
          <Button onPress={onChange}>Change</Button>
          <Button variant="quiet" onPress={() => setRemoving(true)}>
            Remove
          </Button>
        </>
      }
    >
      <p>
        {settings.fromName} &lt;{settings.fromAddress}&gt; by {settings.host}, port {settings.port}, {encryption}
        {settings.hasPassword ? ', with a password' : ''}.
      </p>
      {test.data && (
        <Banner tone={test.data.sent ? 'ok' : 'emergency'} live title={test.data.sent ? 'Sent.' : 'Not sent.'}>
          {test.data.sent ? `Look for it at ${test.data.to}.` : test.data.problem}
        </Banner>
      )}
      {test.isError && (
        <Banner tone="emergency" live title="Not sent.">
          {wordsOf(test.error)}
        </Banner>
      )}
      <Dialog
        open={removing}
        onClose={() => setRemoving(false)}
        title="Remove the mail server"
        verb="Remove it"
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        Its password is forgotten. Mail waits in the outbox until there is another.
      </Dialog>
    </Panel>
  )
}

const kinds: Record<string, string> = {
  'report-confirmation': 'Confirmation of a report',
  figures: 'Figures',
  invitation: 'Invitation',
  'password-reset': 'New password',
  'webhook-paused': 'A webhook that was paused',
}
const states = {
  waiting: { label: 'Waiting', tone: 'waiting' },
  sent: { label: 'Sent', tone: 'ok' },
  failed: { label: 'Not sent', tone: 'emergency' },
} as const

function Outbox({ mails }: { mails: readonly SentMail[] }) {
  return (
    <Panel title="Last mails" flush>
      <Table
        label="Last mails"
        rowKey={({ id }) => id}
        rows={mails}
        columns={[
          { id: 'kind', label: 'About', names: true, cell: ({ kind }) => kinds[kind] ?? kind },
          { id: 'to', label: 'To', cell: ({ to }) => to },
          { id: 'at', label: 'Written', cell: ({ at }) => formatMoment(at) },
          {
            id: 'status',
            label: 'State',
            cell: ({ status, problem }) => (
              <>
                <Badge tone={states[status].tone}>{states[status].label}</Badge> {problem}
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}
