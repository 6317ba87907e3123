import { useQuery } from '@tanstack/react-query'
import { safetyRoutes } from '../../schema/api/safety.ts'
import { call, wordsOf } from '../api.ts'
import { inboxKey } from '../inbox-queries.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './assessments.module.css'
import { JudgedMessage } from './judged-message.tsx'

/** How each message of a contact was judged, for a person to say whether that was right. */
export function Assessments({ contact }: { contact: string }) {
  const { data, isError, error, refetch } = useQuery({
    queryKey: [...inboxKey, 'contact', contact, 'assessments'],
    queryFn: ({ signal }) => call(safetyRoutes.assessments, { params: { id: contact }, signal }),
  })
  return (
    <section className={styles.assessments}>
      <h3>Was each message judged right?</h3>
      {data ? (
        data.assessments.length === 0 ? (
          <p className={styles.none}>The visitor has written nothing yet.</p>
        ) : (
          <ul>
            {data.assessments.map((judged) => (
              <li key={judged.turn}>
                <JudgedMessage contact={contact} judged={judged} />
              </li>
            ))}
          </ul>
        )
      ) : isError ? (
        <ErrorState title="Could not load the assessments" onRetry={() => void refetch()}>
          {wordsOf(error)} The marks that were made are kept.
        </ErrorState>
      ) : (
        <Skeleton label="Loading the assessments" lines={3} />
      )}
    </section>
  )
}
