import type { Figures } from '../../schema/api/insights.ts'
import { leastForShare } from '../../schema/insights.ts'
import { ChartCard } from './chart-card.tsx'
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
          const share = (value: number) => Math.round((value / n) * 100)
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
              {n < leastForShare ? (
                <small>
                  {positive} positive · {mixed} mixed · {negative} negative
                </small>
              ) : (
                <div
                  className={styles.parts}
                  role="img"
                  aria-label={`${share(positive)}% positive, ${share(mixed)}% mixed, ${share(negative)}% negative`}
                >
                  <i className={styles.positive} style={{ flexGrow: positive }}>
                    {positive >= negative && share(positive) >= 20 ? `${share(positive)}%` : ''}
                  </i>
                  <i className={styles.mixed} style={{ flexGrow: mixed }} />
                  <i className={styles.negative} style={{ flexGrow: negative }}>
                    {negative > positive && share(negative) >= 20 ? `${share(negative)}%` : ''}
                  </i>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </ChartCard>
  )
}
