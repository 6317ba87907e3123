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
import { AlertCard, titleOf } from './alert-card.tsx'
import styles from './emergency-bar.module.css'
import { toAcknowledged, toAlertStacks } from './to-alert-stacks.ts'
import { UnansweredAlerts } from './unanswered-alerts.tsx'
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
  const open = toAlertStacks(alerts)
  const oldest = open[0]
  const { mutate, isPending, variables } = acknowledge

  useEffect(() => setAlertCount(open.length), [open.length])
  useEffect(() => {
    if (!oldest) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F9') return
      event.preventDefault()
      if (!isPending) mutate(oldest.last)
    }
    window.addEventListener('keydown', press, true)
    return () => window.removeEventListener('keydown', press, true)
  }, [oldest, isPending, mutate])

  return (
    // What is marked so stays in reach while a dialog is open: nothing may cover an alert.
    <div ref={bar} className={styles.bar} data-react-aria-top-layer="true">
      <div role="alert" className="sr">
        {oldest &&
          `${titleOf(oldest.shown)}. Contact ${oldest.shown.number} wrote: ${oldest.shown.words}. Press F9 to acknowledge.`}
      </div>
      {open.map((stack) => (
        <AlertCard
          key={stack.shown.contact}
          alert={stack.shown}
          count={stack.count}
          name={user.name}
          first={stack === oldest}
          busy={isPending && variables.id === stack.last.id}
          onAcknowledge={() => mutate(stack.last)}
        />
      ))}
      <UnansweredAlerts />
      {toAcknowledged(alerts).map((alert) => (
        <Acknowledged key={alert.id} alert={alert} />
      ))}
    </div>
  )
}

/** `1 min 3 s` */
function spell(from: string, to: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1_000))
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
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
        {alert.acknowledgedAt &&
          ` at ${formatTime(alert.acknowledgedAt, true)}, ${spell(alert.raisedAt, alert.acknowledgedAt)} after it was raised`}
        .{alert.verdict === 'emergency' && ' Automation is stopped until a person decides.'}
      </p>
      <ButtonLink size="s" href={`/inbox?contact=${alert.contact}`} aria-label={`Open contact ${alert.number}`}>
        Open
      </ButtonLink>
    </section>
  )
}
