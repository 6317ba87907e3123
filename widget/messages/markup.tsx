// biome-ignore-all lint/correctness/useJsxKeyInIterable: the parts of one text never change places
import { type Inline, parseMarkup } from '../../schema/markup.ts'
import type { Words } from '../words/en.ts'

/** Text with the small markup of messages. `[1]` stands for a source. */
export function Markup({ text, words }: { text: string; words: Words }) {
  const inline = (parts: Inline[]) => parts.map((part) => <Part part={part} words={words} />)
  return (
    <>
      {parseMarkup(text).map((block) =>
        block.kind === 'list' ? (
          <ul>
            {block.items.map((item) => (
              <li>{inline(item)}</li>
            ))}
          </ul>
        ) : (
          <p>
            {block.lines.map((line, at) => (
              <>
                {at > 0 && <br />}
                {inline(line)}
              </>
            ))}
          </p>
        ),
      )}
    </>
  )
}

function Part({ part, words }: { part: Inline; words: Words }) {
  if (part.kind === 'bold') return <b>{part.text}</b>
  if (part.kind === 'text') return <>{withSources(part.text)}</>
  if (!/^(https:|\/)/.test(part.href)) return <a href={part.href}>{part.text}</a>
  return (
    <a href={part.href} target="_blank" rel="noopener noreferrer">
      {part.text}
      <span class="sr">{words.newTab}</span>
    </a>
  )
}

/** `[1]` names source 1, which stands below. */
const withSources = (text: string) => text.split(/(\[\d+\])/).map((piece, at) => (at % 2 ? <sup>{piece}</sup> : piece))
