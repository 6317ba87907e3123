import type { Citation } from '../../schema/message.ts'
import type { Words } from '../words/en.ts'
import { Markup } from './markup.tsx'

/** The passages that an answer rests on, each behind its title. */
export const Citations = ({ citations, words }: { citations: Citation[]; words: Words }) => (
  <>
    {citations.map(({ title, page, passage, before, after, url }, at) => (
      <details key={passage}>
        <summary>
          <i class="icon quote" />
          <span>{words.source(at + 1, title, page)}</span>
          <i class="icon down" />
        </summary>
        <blockquote>
          <p>
            <small>{before}</small>
            {passage}
            <small>{after}</small>
          </p>
          {url && <Markup text={`[${title}](${url})`} words={words} />}
        </blockquote>
      </details>
    ))}
  </>
)
