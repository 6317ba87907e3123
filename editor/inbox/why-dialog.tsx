import type { ContactDetail } from '../../schema/api/inbox.ts'
import { Badge } from '../ui/badge.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { MarkedWords } from '../ui/marked-words.tsx'
import { formatTime } from '../ui/time.tsx'
import { Assessments } from './assessments.tsx'
import styles from './inbox.module.css'

/** What each alert of a contact rests on, who took it, and whether its messages were judged right. */
export function WhyDialog({ contact, onClose }: { contact: ContactDetail; onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title={`How contact ${contact.number} was judged`} cancel="Close">
      {contact.alerts.length === 0 && <p>Nothing in it was judged to be dangerous.</p>}
      <ul className={styles.alerts}>
        {contact.alerts.map((alert) => (
          <li key={alert.id} className={styles[alert.verdict]}>
            <q>
              <MarkedWords words={alert.words} evidence={alert.assessment.evidence} />
            </q>
            <p>{[...new Set(alert.assessment.evidence.map(({ explanation }) => explanation))].join(', ')}</p>
            {alert.acknowledgedBy && alert.acknowledgedAt ? (
              <Badge tone="ok">
                {alert.acknowledgedBy}, {formatTime(alert.acknowledgedAt, true)}
              </Badge>
            ) : (
              <Badge tone="waiting">Nobody has acknowledged it</Badge>
            )}
          </li>
        ))}
      </ul>
      <Assessments contact={contact.id} />
    </Dialog>
  )
}
