import { Markup } from '../messages/markup.tsx'
import { Question } from '../prompts/question.tsx'
import { EmergencyBar, Header, LeaveButton } from './bars.tsx'
import { button } from './button.tsx'
import { ConnectionCard, HelpCard, QueueCard } from './cards.tsx'
import { Composer } from './composer.tsx'
import { Log } from './log.tsx'
import type { Ui } from './ui.ts'
import { WaysOn } from './ways-on.tsx'

/** The whole chat. The 999 line, the way out and the way to a person never move. */
export function Chat({ ui }: { ui: Ui }) {
  const { words, settings, state } = ui
  const isOver = ui.view.closed || state.phase === 'gone'
  const { prompt } = ui.view
  const hasBox = prompt?.expects !== 'rating' && (!prompt?.review || prompt.free)
  return (
    <main class="chat" tabIndex={-1} aria-label={words.chatWith(settings.force)}>
      <EmergencyBar words={words} onSmall={ui.small} />
      <Header ui={ui} />
      {state.phase === 'refused' ? (
        <div class="scroller">
          <HelpCard title={words.busy} number={settings.nonEmergency} words={words} />
        </div>
      ) : (
        <div class="scroller">
          <Log ui={ui} />
          <Below ui={ui} isOver={isOver} />
        </div>
      )}
      {!isOver && state.phase !== 'refused' && (
        <>
          {hasBox && <Composer ui={ui} />}
          <WaysOn ui={ui} />
        </>
      )}
      <LeaveButton words={words} onLeave={ui.leave} />
    </main>
  )
}

/** What stands below the talk: who is writing, the queue, the question, the connection, the end. */
function Below({ ui, isOver }: { ui: Ui; isOver: boolean }) {
  const { words, state, view, client } = ui
  const { prompt, queue } = view
  const begin = () => {
    client.clear()
    client.open()
  }
  return (
    <>
      {state.events.length === 0 && !state.trouble && !isOver && <p class="note">{words.opening}</p>}
      {state.provisional && (
        <div class="bubble" aria-hidden="true">
          <Markup text={state.provisional} words={words} />
          <p class="who">
            <span class="dots" />
            {words.checking}
          </p>
        </div>
      )}
      {state.typing && (
        <p class="who" aria-hidden="true">
          <span class="dots" />
          {words.writing(state.typing)}
        </p>
      )}
      {queue && <QueueCard queue={queue} words={words} />}
      <p class="sr" role="status" id="queue" />
      <section id="asked" tabIndex={-1} aria-label={prompt?.label} lang={prompt?.lang}>
        {prompt && <Question key={prompt.seq} prompt={prompt} ui={ui} />}
      </section>
      <div role="alert">
        <ConnectionCard ui={ui} />
      </div>
      {isOver && (
        <>
          <p class="note" role="status">
            {words.ended}
          </p>
          {button('pick', begin, words.startAgain)}
          <HelpCard title={words.needPerson} number={ui.settings.nonEmergency} words={words} />
        </>
      )}
    </>
  )
}
