import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { type DeskWarning, warningsRoutes } from '../../schema/api/warnings.ts'
import { call, wordsOf } from '../api.ts'
import { warningsQuery } from '../inbox-queries.ts'
import { hasRole, useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { formatTime } from '../ui/time.tsx'
import { showToast } from '../ui/toast.tsx'
import { focusTile } from './focus-tile.ts'
import styles from './inbox.module.css'
import { useContactAct } from './use-contact-act.ts'
import { showTile } from './use-tiles.ts'

/** What people who supervise have to know of; undefined for everybody else. */
export function useWarnings() {
  const may = hasRole(useSession(), 'supervisor')
  const { data } = useQuery({ ...warningsQuery, enabled: may })
  return may ? data : undefined
}

/** What stands open for people who supervise, with the contact that it is about one press away. */
export function Warnings() {
  const data = useWarnings()
  if (!data || data.warnings.length === 0) return null
  return (
    <section aria-label="Needs you">
      <h2 className={styles.lane}>
        Needs you <span className="num">{data.warnings.length}</span>
      </h2>
      <ul>
        {data.warnings.map((warning) => (
          <Warning key={warning.id} warning={warning} />
        ))}
      </ul>
    </section>
  )
}

function Warning({ warning }: { warning: DeskWarning }) {
  const clear = useContactAct({
    act: () => call(warningsRoutes.clear, { params: { id: warning.id } }),
    done: () => `Seen to: contact ${warning.number}`,
  })
  return (
    <li className={styles.warning}>
      <p>
        <TriangleAlert size={14} aria-hidden="true" />
        <span>
          <b>Contact {warning.number}.</b> {warning.text} <span className="num">{formatTime(warning.at)}</span>
        </span>
      </p>
      <div>
        {warning.kind === 'escalated' && (
          <Button
            size="s"
            variant="quiet"
            busy={clear.isPending}
            onPress={() =>
              clear.mutate(undefined, { onError: (error) => showToast(wordsOf(error), { tone: 'fault' }) })
            }
          >
            Seen to
          </Button>
        )}
        <Button
          size="s"
          aria-label={`Open contact ${warning.number}`}
          onPress={() => {
            showTile(warning.contact)
            focusTile()
          }}
        >
          Open
        </Button>
      </div>
    </li>
  )
}
