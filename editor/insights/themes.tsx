import type { Figures } from '../../schema/api/insights.ts'
import { ChartCard } from './chart-card.tsx'
import { Feelings } from './feelings.tsx'
import styles from './insights.module.css'
import { formatCount } from './words.ts'

interface ThemesProps {
  figures: Figures
  /** Shows the comments of a theme. */
  onOpen?: ((theme: string) => void) | undefined
}

/** What comments speak of, and how they feel. Known by lists of words: a hint where to read, not a verdict. */
export function Themes({ figures, onOpen }: ThemesProps) {
  return (
    <ChartCard
      title="Themes in comments"
      beside="positive · mixed · negative"
      definition={`${formatCount(figures.comments)} comments. Themes and feelings are found by lists of words: read the comments before deciding anything.`}
      empty={figures.themes.length === 0}
    >
      <ul className={styles.themes}>
        {figures.themes.slice(0, 8).map(({ theme, positive, mixed, negative }) => {
          const n = positive + mixed + negative
          return (
            <li key={theme}>
              <span>
                {onOpen ? (
                  <button type="button" className={styles.open} onClick={() => onOpen(theme)}>
                    {theme}
                  </button>
                ) : (
                  theme
                )}
                <small>
                  {formatCount(n)} {n === 1 ? 'comment' : 'comments'}
                </small>
              </span>
              <Feelings positive={positive} mixed={mixed} negative={negative} />
            </li>
          )
        })}
      </ul>
    </ChartCard>
  )
}
