import { type Inline, parseMarkup } from '../../schema/markup.ts'
import type { Words } from '../words/en.ts'

/** Text with the small markup of messages. `[1]` leads to source 1 of `sources`. */
export function Markup({ text, words, sources }: { text: string; words: Words; sources?: string[] }) {
  const inline = (parts: Inline[]) => parts.map((part) => <Part part={part} words={words} sources={sources} />)
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

function Part({ part, words, sources }: { part: Inline; words: Words; sources?: string[] }) {
  if (part.kind === 'bold') return <b>{part.text}</b>
  if (part.kind === 'text') return sources ? <>{withSources(part.text, sources)}</> : <>{part.text}</>
  if (!part.href.startsWith('https:')) return <a href={part.href}>{part.text}</a>
  return (
    <a href={part.href} target="_blank" rel="noopener noreferrer">
      {part.text}
      <span class="sr">{words.newTab}</span>
    </a>
  )
}

/** Opens the source that `[1]` names and goes there. */
function withSources(text: string, sources: string[]) {
  return text.split(/\[(\d+)\]/).map((piece, at) => {
    const id = at % 2 ? sources[Number(piece) - 1] : undefined
    if (!id) return at % 2 ? `[${piece}]` : piece
    const open = (event: Event) => {
      event.preventDefault()
      const source = document.getElementById(id)
      source?.setAttribute('open', '')
      source?.querySelector('summary')?.focus()
    }
    return (
      <sup>
        <a href={`#${id}`} onClick={open}>
          [{piece}]
        </a>
      </sup>
    )
  })
}
