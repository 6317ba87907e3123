import type { ComponentChildren } from 'preact'
import type { Words } from '../words/en.ts'
import { Markup } from './markup.tsx'

/** A box with a heading, what can be done, and some paragraphs of markup. */
export const Card = (props: {
  title?: string
  lines: string[]
  words: Words
  look?: string
  lang?: string
  children?: ComponentChildren
}) => (
  <div class={props.look ?? 'box'} lang={props.lang}>
    <h2>{props.title}</h2>
    {props.children}
    <Markup text={props.lines.join('\n\n')} words={props.words} />
  </div>
)

/** The 999 advice: the server's lines, else this page's own. The number is a button, whatever the lines say. */
export function Advice({ lines, lang, words }: { lines?: string[]; lang?: string; words: Words }) {
  const [title, ...rest] = lines ?? words.advice
  return (
    <Card
      title={title}
      lines={rest.filter((line) => !line.endsWith('(tel:999)'))}
      look="advice"
      lang={lang}
      words={words}
    >
      <a class="call" href="tel:999">
        <i class="icon phone" />
        {words.call999}
      </a>
    </Card>
  )
}
