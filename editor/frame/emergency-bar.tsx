import { useMutation, useQueryClient } from '@tanstack/react-query'
import { OctagonAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { type Alert, inboxRoutes } from '../../schema/api/inbox.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { useSession } from '../session.ts'
import { ButtonLink } from '../ui/button.tsx'
import { setAlertCount } from '../ui/page-title.ts'
import { formatTime } from '../ui/time.tsx'
import { showToast } from '../ui/toast.tsx'
import { AlertCard } from './alert-card.tsx'
import styles from './emergency-bar.module.css'
import { useAlerts } from './use-alerts.ts'
import { useReportedHeight } from './use-reported-height.ts'

/**
 * Over every staff page: people in danger whom nobody has answered for yet, oldest first. It takes no focus, cannot be
 * put away, and F9 acknowledges the oldest from anywhere. Afterwards one line stays until the contact is closed.
 */
export function EmergencyBar() {
  const bar = useRef<HTMLDivElement>(null)
  useReportedHeight(bar)
  const alerts = useAlerts()
  const { user } = useSession()
  const queries = useQueryClient()
  const acknowledge = useMutation({
    mutationFn: (alert: Alert) => call(inboxRoutes.acknowledge, { params: { id: alert.id } }),
    onError: (error) => showToast(`Not acknowledged. ${wordsOf(error)} Try again.`, { tone: 'fault' }),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }),
  })
  const open = alerts.filter((alert) => !alert.acknowledgedAt)
  const oldest = open[0]
  const { mutate, isPending, variables } = acknowledge

  useEffect(() => setAlertCount(open.length), [open.length])
  useEffect(() => {
    if (!oldest) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F9') return
      event.preventDefault()
      if (!isPending) mutate(oldest)
    }
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [oldest, isPending, mutate])

  return (
    // What is marked so stays in reach while a dialog is open: nothing may cover an alert.
    <div ref={bar} className={styles.bar} data-react-aria-top-layer="true">
      <div role="alert" className="sr">
        {oldest &&
          `${titles[oldest.verdict]}. Contact ${oldest.number} wrote: ${oldest.words}. Press F9 to acknowledge.`}
      </div>
      {open.map((alert) => (
        <AlertCard
          key={alert.id}
          alert={alert}
          title={titles[alert.verdict]}
          name={user.name}
          first={alert === oldest}
          busy={isPending && variables.id === alert.id}
          onAcknowledge={() => mutate(alert)}
        />
      ))}
      {alerts.map((alert) => alert.acknowledgedAt && <Acknowledged key={alert.id} alert={alert} />)}
    </div>
  )
}

const titles = {
  emergency: 'Emergency: nobody has acknowledged this yet',
  safeguarding: 'Safeguarding: nobody has acknowledged this yet',
}

function Acknowledged({ alert }: { alert: Alert }) {
  return (
    <section
      className={`${styles.done} ${styles[alert.verdict]}`}
      aria-label={`Acknowledged alert, contact ${alert.number}`}
    >
      <OctagonAlert size={16} aria-hidden="true" />
      <p>
        <b>
          {alert.verdict === 'emergency' ? 'Emergency' : 'Safeguarding'}, contact {alert.number}.
        </b>{' '}
        Acknowledged by {alert.acknowledgedBy}
        {alert.acknowledgedAt && ` at ${formatTime(alert.acknowledgedAt, true)}`}.
      </p>
      <ButtonLink size="s" href={`/inbox?contact=${alert.contact}`} aria-label={`Open contact ${alert.number}`}>
        Open
      </ButtonLink>
    </section>
  )
}
