import type { Citation } from '../../schema/message.ts'
import { Icon } from '../chat/icon.tsx'
import type { Words } from '../words/en.ts'

/** The passages that an answer rests on, each behind its title. */
export function Citations({ citations, id, words }: { citations: Citation[]; id: string; words: Words }) {
  return citations.map((citation, at) => (
    <details id={`${id}-${at + 1}`}>
      <summary>
        <Icon name="quote" />
        <span>{words.source(at + 1, citation.title, citation.page)}</span>
        <Icon name="down" />
      </summary>
      <blockquote>
        <p>{citation.passage}</p>
        {citation.url?.startsWith('https:') && (
          <a href={citation.url} target="_blank" rel="noopener noreferrer">
            {words.openSource}
            <span class="sr">{words.newTab}</span>
          </a>
        )}
      </blockquote>
    </details>
  ))
}
