import { render } from 'preact'
import type { WidgetSettings } from '../../schema/api/widget.ts'
import { callServer } from '../contact/call-server.ts'
import { timing, waitBefore } from '../contact/timing.ts'
import { speaksOfDanger } from '../emergency.ts'
import { hear, post } from '../frame-protocol.ts'
import { leavePage, watchExitKeys } from '../quick-exit.ts'
import { wordsOf } from '../words/words.ts'
import { EmergencyBar } from './bars.tsx'
import { HelpCard } from './cards.tsx'
import { openChat } from './open-chat.tsx'
import './chat.css'

/** The page in the frame: its settings, the page around it, and the way out. */
const root = document.getElementById('chat') ?? document.body
const site = root.dataset.site ?? ''
const isEmbedded = parent !== window
let settings: WidgetSettings | undefined
let chat: ReturnType<typeof openChat> | undefined
/** Origin of the page around us, once it has said hello and is one that may. */
let host: string | undefined

const tell = (message: Parameters<typeof post>[2]) => host && post(parent, host, message)
const small = () => tell({ type: 'make-small' })

/** The host page leaves; so does this frame, so that nothing is left should the host not hear us. */
const leave = () => {
  chat?.client.clear()
  render(null, root)
  tell({ type: 'leave' })
  if (!isEmbedded) return leavePage(settings?.exitUrl)
  document.title = '\u00a0'
  location.replace('about:blank')
}

/** Without the chat there are still 999 and 101. */
const help = (reason: 'refused' | 'offline' | 'busy') => {
  const words = wordsOf(navigator.language)
  render(
    <section class="chat" aria-label={words.needPerson}>
      <EmergencyBar words={words} />
      <div class="scroller">
        <HelpCard title={words[reason]} number="101" words={words} />
      </div>
    </section>,
    root,
  )
}

const begin = (lang: string, theme: string) => {
  if (chat || !settings) return
  if (theme) document.documentElement.dataset.theme = theme
  chat = openChat({
    root,
    site,
    settings,
    lang,
    leave,
    small: host ? small : undefined,
    onUnread: (count) => tell({ type: 'unread', count }),
  })
  if (!isEmbedded) chat.show(true)
}

hear(
  () => (isEmbedded ? parent : null),
  (origin) => settings !== undefined && (origin === location.origin || settings.origins.includes(origin)),
  (message, origin) => {
    if (message.type === 'hello') {
      host = origin
      begin(String(message.lang), String(message.theme))
      tell({ type: 'ready' })
    } else if (message.type === 'shown') chat?.show(message.shown === true)
  },
  () => settings && help('refused'),
)

watchExitKeys(window, () => (settings?.escape === 'make-small' ? small() : leave()), leave)

// A page that is kept for the way back keeps no word of the talk; coming back to it begins with the token, if there is one.
addEventListener('pagehide', () => render(null, root))
addEventListener('pageshow', (event) => event.persisted && location.reload())

const load = async (attempt: number) => {
  const answer = await callServer<WidgetSettings>(`/api/widget/sites/${site}`, { timeout: timing.request })
  if (answer.ok) {
    settings = answer.body
    if (!isEmbedded) begin(navigator.language, '')
    // The rules take some milliseconds to get ready: now, and not when seconds count.
    speaksOfDanger('')
  } else if (answer.status === 403 || answer.status === 404) help('refused')
  else {
    help(answer.status ? 'busy' : 'offline')
    setTimeout(load, waitBefore(attempt, timing), attempt + 1)
  }
}
void load(0)
