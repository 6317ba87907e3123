import { escapeMarkup } from '../../schema/markup.ts'
import { button } from '../chat/button.tsx'
import type { LogItem } from '../chat/contact-view.ts'
import type { Ui } from '../chat/ui.ts'
import { clockTime } from '../words/words.ts'
import { Citations } from './citations.tsx'
import { Markup } from './markup.tsx'

type Spoken = Extract<LogItem, { kind: 'message' | 'outgoing' }>

/**
 * One message: who said it for those who listen, its side and shape for those who look. A visitor's message keeps its place
 * in the page from "Sending" to "Sent", so that a screen reader does not hear it twice. Styles show the name over the first
 * of an operator's messages, and "Sent" under the last of the visitor's.
 */
export function Message({ item, ui }: { item: Spoken; ui: Ui }) {
  const { words, settings } = ui
  const message = item.kind === 'message' ? item.message : undefined
  const from = message?.from ?? 'visitor'
  const who = message?.name ? `${message.name}, ${settings.force}` : settings.force
  const state = item.kind === 'message' ? (item.asked ? 'sr' : 'got') : item.item.state
  return (
    <div class={`said ${from} ${state}`}>
      {from === 'operator' && (
        <p class="who" aria-hidden="true">
          <i class="icon user" />
          {who}
        </p>
      )}
      <div class="bubble">
        <span class="sr">{from === 'visitor' ? words.youSaid : words.said(who)}</span>
        <div lang={message?.lang}>
          <Markup text={item.kind === 'message' ? item.message.text : escapeMarkup(item.item.shown)} words={words} />
        </div>
        {message?.citations && <Citations citations={message.citations} words={words} />}
      </div>
      {from === 'visitor' && <Status item={item} ui={ui} />}
    </div>
  )
}

/** What is true of a visitor's message: "Sent" only for one that the server holds. */
const Status = ({ item, ui: { words, client, state } }: { item: Spoken; ui: Ui }) => (
  <p class="who">
    {item.kind === 'message' ? (
      <>
        <i class="icon check" />
        {(item.message.seq <= (state.seen ?? 0) ? words.read : words.sent)(clockTime(item.message.at))}
      </>
    ) : item.item.state === 'failed' ? (
      <>
        {words.notSent}
        {button('link', client.retry, words.tryAgain)}
      </>
    ) : (
      words.sending
    )}
  </p>
)
