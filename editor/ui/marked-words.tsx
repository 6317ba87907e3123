import type { Evidence } from '../../schema/assessment.ts'
import styles from './marked-words.module.css'

/** A visitor's words with those marked that an assessment rests on. */
export function MarkedWords({ words, evidence }: { words: string; evidence: readonly Evidence[] }) {
  return (
    <>
      {partsOf(words, evidence).map((part) =>
        part.marked ? (
          <mark key={part.start} className={styles.mark}>
            {part.text}
          </mark>
        ) : (
          <span key={part.start}>{part.text}</span>
        ),
      )}
    </>
  )
}

/**
 * Pieces of `words`, marked where any evidence lies. Overlapping and out-of-range spans are joined and cut. Evidence that is
 * about the message as a whole marks nothing beside evidence that points at words in it.
 */
export function partsOf(words: string, evidence: readonly Evidence[]) {
  const all = evidence
    .map(({ span: [start, end] }): [number, number] => [start, Math.min(end, words.length)])
    .filter(([start, end]) => start < end)
    .sort(([a], [b]) => a - b)
  const within = all.filter(([start, end]) => end - start < words.length)
  const spans = within.length > 0 ? within : all
  const parts: { start: number; text: string; marked: boolean }[] = []
  let at = 0
  const add = (end: number, marked: boolean) => {
    if (end <= at) return
    parts.push({ start: at, text: words.slice(at, end), marked })
    at = end
  }
  for (const [start, end] of spans) {
    add(start, false)
    add(end, true)
  }
  add(words.length, false)
  return parts
}
