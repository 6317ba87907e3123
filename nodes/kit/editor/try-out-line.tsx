import { useEffect, useState } from 'react'
import type { TryOut } from '../../../schema/try-out.ts'
import { type Option, useNodeEditing } from '../node-editor.ts'
import styles from './try-out.module.css'

/** How long typing rests before the server is asked, in milliseconds. */
const rest = 300

/** Type a sentence as a visitor would, and see which way it would lead and how sure that is. */
export function TryOutLine({ outcomes }: { outcomes: readonly Option[] }) {
  const { kit, node, tryOut } = useNodeEditing()
  const [words, setWords] = useState('')
  const [found, setFound] = useState<TryOut>()
  const [failed, setFailed] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks again when the settings are others
  useEffect(() => {
    if (!tryOut || words.trim() === '') {
      setFound(undefined)
      return
    }
    let wanted = true
    const timer = setTimeout(
      () =>
        tryOut(words).then(
          (answer) => {
            if (!wanted) return
            setFound(answer)
            setFailed(false)
          },
          () => wanted && setFailed(true),
        ),
      rest,
    )
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [words, node.data])
  if (!tryOut) return null
  const nameOf = (id: string) => outcomes.find(({ value }) => value === id)?.label || id
  return (
    <section className={styles.try} aria-label="Try a sentence">
      <kit.TextField
        label="Try a sentence"
        help="As a visitor would write it. Nothing is kept."
        placeholder="i left my bag on the bus"
        value={words}
        onChange={setWords}
      />
      {failed && <p className={styles.result}>Signpost could not be asked just now.</p>}
      {found && !failed && (
        <>
          <p className={styles.result} role="status">
            {verdict(found, nameOf)}
          </p>
          {found.kind !== 'empty' && (
            <ul className={styles.ranked}>
              {found.ranked
                .filter(({ score }, index) => score > 0.01 || index === 0)
                .map(({ outcome, score, like }) => (
                  <li key={outcome}>
                    <span>{nameOf(outcome)}</span>
                    <meter min={0} max={1} value={score} aria-label={nameOf(outcome)} />
                    <span>{Math.round(score * 100)}%</span>
                    {like !== '' && score > 0.01 && <small>like “{like}”</small>}
                  </li>
                ))}
            </ul>
          )}
        </>
      )}
    </section>
  )
}

function verdict({ kind, ranked }: TryOut, nameOf: (id: string) => string): string {
  const [best, second] = ranked
  if (kind === 'sure' && best) return `Goes to ${nameOf(best.outcome)}.`
  if (kind === 'close' && best && second && second.score > 0.01)
    return `Asks back: ${nameOf(best.outcome)}, or ${nameOf(second.outcome)}?`
  if (kind === 'close' && best) return `Asks back: ${nameOf(best.outcome)}?`
  if (kind === 'empty') return 'Says too little. It asks for a few more words.'
  return 'Goes on as none of these.'
}
