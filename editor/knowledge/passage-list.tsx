import { useQuery } from '@tanstack/react-query'
import { wordsOf } from '../api.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './knowledge.module.css'
import { passagesQuery } from './knowledge-queries.ts'

/** What was read of a version, passage by passage: this and nothing else can be quoted. */
export function PassageList({ id, version }: { id: string; version: number }) {
  const passages = useQuery(passagesQuery(id, version))
  return (
    <section aria-label={`What was read of version ${version}`}>
      <h3>
        What was read of version {version}
        {passages.data && <span className={styles.hint}> {passages.data.passages.length} passages</span>}
      </h3>
      {passages.data ? (
        passages.data.passages.length === 0 ? (
          <p className={styles.hint}>Nothing that could be quoted.</p>
        ) : (
          <ol className={styles.paper}>
            {passages.data.passages.map((passage) => (
              <li key={passage.id}>
                <h4>
                  {passage.heading}
                  {passage.page !== null && <span className={styles.hint}> page {passage.page}</span>}
                </h4>
                <p>{passage.text}</p>
              </li>
            ))}
          </ol>
        )
      ) : passages.isError ? (
        <ErrorState title="Could not load the passages" onRetry={() => void passages.refetch()}>
          {wordsOf(passages.error)}
        </ErrorState>
      ) : (
        <Skeleton label="Loading the passages" lines={6} />
      )}
    </section>
  )
}
