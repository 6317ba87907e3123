import { type Inline, parseMarkup } from '../../schema/markup.ts'
import styles from './markup.module.css'

/** A message's text as paragraphs, lists, bold and links: built from data, never from HTML. */
export function Markup({ text }: { text: string }) {
  return (
    <div className={styles.markup}>
      {parseMarkup(text).map((block, index) =>
        block.kind === 'list' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes its order
          <ul key={index}>
            {block.items.map((item, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <li key={place}>
                <Line parts={item} />
              </li>
            ))}
          </ul>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <p key={index}>
            {block.lines.map((line, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <span key={place} className={styles.line}>
                <Line parts={line} />
              </span>
            ))}
          </p>
        ),
      )}
    </div>
  )
}

function Line({ parts }: { parts: readonly Inline[] }) {
  return parts.map((part, index) => {
    const key = `${index}`
    if (part.kind === 'bold') return <b key={key}>{part.text}</b>
    if (part.kind === 'link')
      return (
        <a key={key} href={part.href} target="_blank" rel="noreferrer">
          {part.text}
        </a>
      )
    return <span key={key}>{part.text}</span>
  })
}
