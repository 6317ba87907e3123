import { useQuery } from '@tanstack/react-query'
import { wordsOf } from '../api.ts'
import { ErrorState } from '../ui/error-state.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { type Compared, compareTexts, type Piece } from './compare-texts.ts'
import styles from './knowledge.module.css'
import { passagesQuery } from './knowledge-queries.ts'

interface VersionChangesProps {
  id: string
  before: number
  after: number
}

/** What changed from one version to another, in what was read of them. */
export function VersionChanges({ id, before, after }: VersionChangesProps) {
  const earlier = useQuery(passagesQuery(id, before))
  const later = useQuery(passagesQuery(id, after))
  const failed = [earlier, later].find(({ isError }) => isError)
  const compared = earlier.data && later.data && compareTexts(earlier.data.passages, later.data.passages)
  return (
    <section aria-label={`What changed from version ${before} to version ${after}`}>
      <h3>
        From version {before} to version {after}
      </h3>
      {compared ? (
        <Changes compared={compared} />
      ) : failed ? (
        <ErrorState title="Could not compare the versions" onRetry={() => void failed.refetch()}>
          {wordsOf(failed.error)}
        </ErrorState>
      ) : (
        <Skeleton label="Comparing the versions" lines={6} />
      )}
    </section>
  )
}

function Changes({ compared }: { compared: Compared[] }) {
  if (compared.every(({ kind }) => kind === 'same')) return <p className={styles.hint}>The same words stand in both.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <ol className={styles.paper} tabIndex={0}>
      {compared.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
        <li key={at}>
          {part.kind === 'same' ? (
            <p className={styles.hint}>
              {part.passages.length} {part.passages.length === 1 ? 'passage' : 'passages'} as before
            </p>
          ) : (
            <>
              <h4>
                {part.heading}
                {part.page !== null && <span className={styles.hint}> page {part.page}</span>}
              </h4>
              <p>
                {part.pieces.map((piece, number) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
                  <Words key={number} {...piece} />
                ))}
              </p>
            </>
          )}
        </li>
      ))}
    </ol>
  )
}

function Words({ kind, text }: Piece) {
  if (kind === 'same') return text
  const Tag = kind === 'gone' ? 'del' : 'ins'
  return (
    <Tag>
      <span className="sr">{kind === 'gone' ? ' removed: ' : ' added: '}</span>
      {text}
      <span className="sr">{kind === 'gone' ? ' end of removed ' : ' end of added '}</span>
    </Tag>
  )
}
