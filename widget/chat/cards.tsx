import type { Event } from '../../schema/event.ts'
import { Card } from '../messages/card.tsx'
import { Markup } from '../messages/markup.tsx'
import type { Words } from '../words/en.ts'
import { button } from './button.tsx'
import type { Ui } from './ui.ts'

type Queue = Extract<Event, { type: 'queue' }>

/** What is true while the server cannot be heard: what it has not got, and who can be called meanwhile. */
export function ConnectionCard({ ui: { state, words, settings, client } }: { ui: Ui }) {
  const unsent = state.outbox.some((item) => item.state === 'failed' && item.shown)
  if (!state.trouble && !unsent) return null
  const title = state.trouble === 'busy' ? words.busy : words.offline
  const lines = [unsent ? words.notGot : '', words.tryingAgain(telephone(settings.nonEmergency)), words.inEmergency]
  return (
    <Card title={title} lines={lines} words={words} look="box bad">
      {button('pick', client.retry, words.tryAgain)}
    </Card>
  )
}

/** Where a person can be reached when the chat cannot help. */
export const HelpCard = ({ title, number, words }: { title: string; number: string; words: Words }) => (
  <Card title={title} lines={[words.call(telephone(number)), words.inEmergency]} words={words} />
)

/** The place in the queue. It is read out by the status line, and only once a minute. */
export const QueueCard = ({ queue, words }: { queue: Queue; words: Words }) => (
  <div class="box">
    <p class="hint">{words.place}</p>
    <p class="big">{queue.position === 1 ? words.next : words.nth(queue.position)}</p>
    <Markup text={waitOf(queue, words)} words={words} />
  </div>
)

/** The wait in words, rounded up to whole minutes, with what to do meanwhile. */
export const waitOf = ({ wait_seconds: seconds }: Queue, words: Words) =>
  (seconds === undefined ? '' : `${words.wait(Math.max(1, Math.ceil(seconds / 60)))} `) + words.keepOpen

const telephone = (number: string) => `[${number}](tel:${number.replace(/[^\d+]/g, '')})`
