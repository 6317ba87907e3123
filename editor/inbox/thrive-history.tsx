import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ContactDetail } from '../../schema/api/inbox.ts'
import { type ThriveRecord, thriveRoutes } from '../../schema/api/thrive.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { useSession } from '../session.ts'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { formatMoment, useNow } from '../ui/time.tsx'
import { gradeNames } from './grade-names.ts'
import styles from './inbox.module.css'
import { useSupervises } from './use-supervises.ts'

interface ThriveHistoryProps {
  records: readonly ThriveRecord[]
  contact: ContactDetail
}

/** Who signed which grade, newest first, when it has to be looked at again, and what waits for a second person. */
export function ThriveHistory({ records, contact }: ThriveHistoryProps) {
  const supervises = useSupervises(contact.department)
  const { user } = useSession()
  const now = useNow()
  if (records.length === 0)
    return <p>Nobody has signed a judgement yet. This one is put together from what is known.</p>
  return (
    <ul className={styles.records}>
      {records.slice(0, 5).map((record) => (
        <li key={record.id}>
          <p>
            <b>{gradeNames[record.grade]}</b>, signed by {record.signedBy.name}, {formatMoment(record.signedAt)}
            {record.reason && `. ${record.reason}`}
            {record.second && `. ${record.second.name} ${record.status === 'holds' ? 'agreed' : 'did not agree'}`}
          </p>
          {record.status === 'waiting' && <Badge tone="waiting">Waits for a second person</Badge>}
          {record.status === 'refused' && <Badge tone="fault">Not agreed</Badge>}
          {record.status === 'holds' &&
            record === records.find(({ status }) => status === 'holds') &&
            record.reviewAt && (
              <Badge tone={Date.parse(record.reviewAt) <= now ? 'fault' : 'ok'}>
                Look again {Date.parse(record.reviewAt) <= now ? 'was due' : 'by'} {formatMoment(record.reviewAt)}
              </Badge>
            )}
          {record.status === 'waiting' && supervises && record.signedBy.id !== user.id && <Agree record={record} />}
        </li>
      ))}
    </ul>
  )
}

function Agree({ record }: { record: ThriveRecord }) {
  const queries = useQueryClient()
  const decide = useMutation({
    mutationFn: (agree: boolean) => call(thriveRoutes.agree, { params: { id: record.id }, body: { agree } }),
    onSettled: () => queries.invalidateQueries({ queryKey: inboxKey }),
  })
  return (
    <div className={styles.agree}>
      <Button size="s" busy={decide.isPending} onPress={() => decide.mutate(true)}>
        Agree
      </Button>
      <Button size="s" isDisabled={decide.isPending} onPress={() => decide.mutate(false)}>
        Do not agree
      </Button>
      {decide.isError && <span role="alert">{wordsOf(decide.error)}</span>}
    </div>
  )
}
