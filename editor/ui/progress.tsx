import styles from './progress.module.css'

interface ProgressProps {
  /** What is going on, for a screen reader. */
  name: string
  /** The same, in a word or a few, above the bar. */
  label: string
  /** How far it is, in words. */
  words?: string | undefined
  done: number
  /** Null while that is not known. */
  of: number | null
}

/** How far something is that takes a while. */
export function Progress({ name, label, words, done, of }: ProgressProps) {
  return (
    <div className={styles.progress}>
      <p>
        <span>{label}</span>
        {words && <span className="num">{words}</span>}
      </p>
      <progress aria-label={name} {...(of !== null && { value: done, max: of })} />
    </div>
  )
}
