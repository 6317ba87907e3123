import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { wordsOf } from '../api.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import styles from './knowledge.module.css'
import { passagesQuery } from './knowledge-queries.ts'
import { LeftOut } from './left-out.tsx'

interface PassageListProps {
  id: string
  version: number
  /** The passage that somebody came for: it is brought into sight and marked. */
  marked?: string | undefined
}

/** What was read of a version, passage by passage: this and nothing else can be quoted. */
export function PassageList({ id, version, marked }: PassageListProps) {
  const passages = useQuery(passagesQuery(id, version))
  const sought = useRef<HTMLLIElement>(null)
  const isThere = passages.data !== undefined
  useEffect(() => {
    if (isThere && marked !== undefined) sought.current?.scrollIntoView({ block: 'center' })
  }, [isThere, marked])
  return (
    <section aria-label={`What was read of version ${version}`}>
      <h3>
        What was read of version {version}
        {passages.data && <span className={styles.hint}> {passages.data.passages.length} passages</span>}
      </h3>
      {passages.data && <LeftOut passages={passages.data.passages} />}
      {passages.data ? (
        passages.data.passages.length === 0 ? (
          <p className={styles.hint}>Nothing that could be quoted.</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
          <ol className={styles.paper} tabIndex={0}>
            {passages.data.passages.map((passage) => {
              const isSought = passage.id === marked
              return (
                <li
                  key={passage.id}
                  ref={isSought ? sought : undefined}
                  aria-current={isSought ? 'location' : undefined}
                >
                  <h4>
                    {passage.heading}
                    {passage.page !== null && <span className={styles.hint}> page {passage.page}</span>}
                  </h4>
                  <p>{isSought ? <mark>{passage.text}</mark> : passage.text}</p>
                </li>
              )
            })}
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
