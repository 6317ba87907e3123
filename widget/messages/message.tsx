import { escapeMarkup } from '../../schema/markup.ts'
import type { LogItem } from '../chat/contact-view.ts'
import { Icon } from '../chat/icon.tsx'
import type { Ui } from '../chat/ui.ts'
import { clockTime } from '../words/words.ts'
import { Citations } from './citations.tsx'
import { Markup } from './markup.tsx'

type Spoken = Extract<LogItem, { kind: 'message' | 'outgoing' }>

/**
 * One message: who said it for those who listen, its side and shape for those who look. A visitor's message keeps its place
 * in the page from "Sending" to "Sent", so that a screen reader does not hear it twice.
 */
export function Message({ item, ui }: { item: Spoken; ui: Ui }) {
  const { words } = ui
  const { force } = ui.settings
  const message = item.kind === 'message' ? item.message : undefined
  const mine = !message || message.from === 'visitor'
  const who = message?.from === 'operator' && message.name ? `${message.name}, ${force}` : force
  const citations = message?.citations
  const failed = item.kind === 'outgoing' && item.item.state === 'failed'
  const text = item.kind === 'message' ? item.message.text : escapeMarkup(item.item.shown)
  return (
    <div id={item.id} class={`said${mine ? ' mine' : ''}${failed ? ' failed' : ''}${isAsked(item) ? ' sr' : ''}`}>
      {item.kind === 'message' && item.named && (
        <p class="who" aria-hidden="true">
          <Icon name="user" />
          {who}
        </p>
      )}
      <div class="bubble">
        <span class="sr">{mine ? words.youSaid : words.said(who)}</span>
        <div lang={message?.lang}>
          <Markup text={text} words={words} sources={citations?.map((_, at) => `${item.id}-${at + 1}`)} />
        </div>
        {citations && <Citations citations={citations} id={item.id} words={words} />}
      </div>
      {mine && <Status item={item} ui={ui} />}
    </div>
  )
}

/** What is true of a visitor's message: "Sent" only for one that the server holds. */
function Status({ item, ui: { words, client } }: { item: Spoken; ui: Ui }) {
  if (item.kind === 'message')
    return item.sent ? (
      <p class="who">
        <Icon name="check" />
        {words.sent(clockTime(item.message.at, words))}
      </p>
    ) : null
  if (item.item.state === 'sending') return <p class="who">{words.sending}</p>
  return (
    <p class="who">
      {words.notSent}
      <button type="button" class="link" onClick={client.retry}>
        {words.tryAgain}
      </button>
    </p>
  )
}

/** The question of a form is shown there; it stays here for those who listen. */
const isAsked = (item: Spoken) => item.kind === 'message' && item.asked
