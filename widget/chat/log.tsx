import { Advice, Card } from '../messages/card.tsx'
import { Message } from '../messages/message.tsx'
import type { Ui } from './ui.ts'

/**
 * The talk. The 999 advice has an alert of its own that is in the page from the start, last in the log, so that its first
 * use is read at once; what is said later comes after it.
 */
export function Log({ ui }: { ui: Ui }) {
  const { view, words } = ui
  const { items, advice } = view
  const entries = items.map((item) =>
    item.kind === 'operator' ? (
      <p key={item.id} class="note">
        {(item.state === 'joined' ? words.joined : words.left)(item.name)}
      </p>
    ) : item.kind === 'advice' ? (
      <Card key={item.id} {...item} words={words} />
    ) : (
      <Message key={item.id} item={item} ui={ui} />
    ),
  )
  entries.splice(
    advice?.at ?? entries.length,
    0,
    <div key="advice" role="alert">
      {advice && <Advice {...advice} words={words} />}
    </div>,
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a log that scrolls must be reachable by keyboard
    <div class="log" role="log" aria-live="polite" tabIndex={0}>
      <p class="note" key="first">
        {words.notForEmergencies}
      </p>
      {entries}
    </div>
  )
}
