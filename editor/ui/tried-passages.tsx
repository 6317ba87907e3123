import type { TriedPassage } from '../../schema/api/knowledge.ts'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import styles from './tried-answer.module.css'

interface TriedPassagesProps {
  passages: readonly TriedPassage[]
  /** Leads to the passage in its document, where there is somewhere to lead to. */
  onOpen?: ((passage: TriedPassage) => void) | undefined
}

/** The passages that were looked at, best first, with what speaks for each and what was quoted. */
export function TriedPassages({ passages, onOpen }: TriedPassagesProps) {
  if (passages.length === 0) return null
  return (
    <section aria-label="Passages">
      <h2 className={styles.title}>Passages</h2>
      <ol className={styles.hits}>
        {passages.map((passage, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes its order
          <li key={at} className={classes(styles.hit, passage.quoted && styles.quoted)}>
            <h3>
              <span>
                {passage.title}, version {passage.version}
              </span>
              {passage.page !== null && <span className={styles.page}>page {passage.page}</span>}
            </h3>
            {passage.quoted ? <Quoted passage={passage} quoted={passage.quoted} /> : <p>{shorten(passage.text)}</p>}
            <p className={styles.scores}>
              {passage.byMeaning !== null && (
                <span>
                  By meaning <b className="num">{passage.byMeaning.toFixed(2)}</b>
                </span>
              )}
              <span>
                By words <b className="num">{passage.byWords.toFixed(1)}</b>
              </span>
              <span>{passage.quoted ? 'Quoted' : 'Not used'}</span>
              {onOpen && (
                <Button size="s" variant="quiet" onPress={() => onOpen(passage)}>
                  Show in its document
                </Button>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Quoted({
  passage: { text },
  quoted: { at, end },
}: {
  passage: TriedPassage
  quoted: { at: number; end: number }
}) {
  return (
    <p>
      {at > around ? `…${text.slice(at - around, at)}` : text.slice(0, at)}
      <mark>{text.slice(at, end)}</mark>
      {shorten(text.slice(end), around)}
    </p>
  )
}

const around = 120

function shorten(text: string, length = 2 * around): string {
  return text.length > length ? `${text.slice(0, length)}…` : text
}
