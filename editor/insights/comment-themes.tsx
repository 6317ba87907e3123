import { useQuery } from '@tanstack/react-query'
import type { InsightsFilter, insightsRoutes } from '../../schema/api/insights.ts'
import type { Answer } from '../api.ts'
import { Badge } from '../ui/badge.tsx'
import { Panel } from '../ui/panel.tsx'
import { Feelings } from './feelings.tsx'
import styles from './insights.module.css'
import { commentThemesQuery } from './insights-queries.ts'
import { LoadedPanel } from './loaded-panel.tsx'
import { formatCount } from './words.ts'

/** What comments speak of, in their own words: alike ones put together. */
export function CommentThemes({ filter }: { filter: InsightsFilter }) {
  const themes = useQuery(commentThemesQuery(filter))
  return (
    <Panel title="What comments speak of">
      <LoadedPanel query={themes} what="themes">
        {(data) =>
          data.themes.length === 0 ? (
            <p className={styles.themesNote}>
              {data.comments === 0
                ? 'There are no comments in these days.'
                : 'No three comments of these days are alike enough to say what they speak of.'}
            </p>
          ) : (
            <>
              <ul className={styles.spoken}>
                {data.themes.map(({ name, by, n, share, positive, mixed, negative, examples: [first, ...more] }) => (
                  <li key={name}>
                    <div>
                      <b>{name}</b> {by === 'model' && <Badge>Named by a language model</Badge>}
                      <small>
                        {formatCount(n)} comments{share === null ? '' : `, ${Math.round(share * 100)}%`}
                      </small>
                    </div>
                    <Feelings positive={positive} mixed={mixed} negative={negative} />
                    <div>
                      <q>{first}</q>
                      {more.length > 0 && (
                        <details>
                          <summary>
                            More like it <span className="sr">of {name}</span>
                          </summary>
                          <ul className={styles.examples}>
                            {more.map((example) => (
                              <li key={example}>
                                <q>{example}</q>
                              </li>
                            ))}
                          </ul>
                        </details>
                      )}
                    </div>
                  </li>
                ))}
              </ul>
              <p className={styles.themesNote}>
                {formatCount(data.comments)} comments, put together on this machine{' '}
                {data.by === 'meaning' ? 'by what they mean' : 'by the words they share'}. {wordsOfNames(data)} There is
                no percentage under 20 comments.
              </p>
            </>
          )
        }
      </LoadedPanel>
    </Panel>
  )
}

function wordsOfNames({ themes, naming }: Answer<typeof insightsRoutes.commentThemes>): string {
  const own = 'Each name is made of words that stand in the comments.'
  if (naming) return `${own} A language model is looking for better ones.`
  return themes.some(({ by }) => by === 'model')
    ? 'Names are made of words that stand in the comments. Where a language model gave one, a third of the comments hold all of its words.'
    : own
}
