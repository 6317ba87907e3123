import { Icon } from '../chat/icon.tsx'
import type { Words } from '../words/en.ts'
import { Markup } from './markup.tsx'

/** What every 999 advice must hold, whatever the server's lines say. */
const musts = [/\b55\b/, /\bBSL\b[\s\S]*18000/]

/** The 999 advice: the server's lines, else this page's own; a must that the lines lack is added. */
export function EmergencyAdvice({ lines, lang, words }: { lines?: string[]; lang?: string; words: Words }) {
  const [heading = '', ...given] = lines?.length ? lines : words.advice
  const rest = given.filter((line) => !/^\[[^\]]*\]\(tel:999\)$/.test(line.trim()))
  const missing = musts.flatMap((must, at) => (must.test(rest.join('\n')) ? [] : (words.advice[at + 1] ?? [])))
  return (
    <div class="advice" lang={lang}>
      <h3>{heading}</h3>
      <a class="call" href="tel:999">
        <Icon name="phone" />
        {words.call999}
      </a>
      {[...rest, ...missing].map((line) => (
        <Markup text={line} words={words} />
      ))}
    </div>
  )
}

/** The force's words for a person who needs help, but not this minute. */
export function SafeguardingAdvice({ lines, lang, words }: { lines: string[]; lang?: string; words: Words }) {
  const [heading = '', ...rest] = lines
  return (
    <div class="box" lang={lang}>
      <h3>{heading}</h3>
      {rest.map((line) => (
        <Markup text={line} words={words} />
      ))}
    </div>
  )
}
