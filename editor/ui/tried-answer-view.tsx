import type { Tried } from '../../schema/api/knowledge.ts'
import styles from './tried-answer.module.css'
import { TriedAnswer } from './tried-answer.tsx'
import { TriedPassages } from './tried-passages.tsx'

/** An answer that was tried, how sure it is, and the passages that were looked at. */
export function TriedAnswerView({ tried }: { tried: Tried }) {
  const { answer, refused, confidence, threshold, passages } = tried
  const percent = (share: number) => `${Math.round(share * 100)} %`
  return (
    <>
      <TriedAnswer tried={tried} />
      {!refused && (
        <p className={styles.needed}>
          {answer
            ? `The documents answer this with a certainty of ${percent(confidence)}. ${percent(threshold)} is enough.`
            : passages.length === 0
              ? 'No approved document in these collections speaks of it.'
              : confidence >= threshold
                ? 'The best passage holds words that are never quoted, such as instructions to a machine.'
                : `The best passage answers this with a certainty of ${percent(confidence)}. ${percent(threshold)} is needed.`}
        </p>
      )}
      <TriedPassages passages={passages} />
    </>
  )
}
