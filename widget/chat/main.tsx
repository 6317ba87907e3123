import { render } from 'preact'
import type { WidgetSettings } from '../../schema/api/widget.ts'
import { callServer } from '../contact/call-server.ts'
import { timing, waitBefore } from '../contact/timing.ts'
import { speaksOfDanger } from '../emergency.ts'
import { type FrameMessage, type HostMessage, hear, post } from '../frame-protocol.ts'
import { leavePage, watchExitKeys } from '../quick-exit.ts'
import { openChat } from './open-chat.tsx'
import './chat.css'

/**
 * The page in the frame: its settings, the page around it, and the way out. Without settings it
 * shows what the server has put into the page for browsers without scripts: 999 and 101.
 */
const root = document.getElementById('chat') ?? document.body
const { site = '' } = root.dataset
const isEmbedded = parent !== window
let settings: WidgetSettings | undefined
let chat: ReturnType<typeof openChat> | undefined
/** Origin of the page around us, once it has said hello and is one that may. */
let host: string | undefined

const tell = (message: FrameMessage) => host && post(parent, host, message)
const small = () => tell({ type: 'make-small' })

/** The host page leaves; so does this frame, so that nothing is left should the host not hear us. */
const leave = () => {
  chat?.client.clear()
  render(null, root)
  tell({ type: 'leave' })
  if (!isEmbedded) return leavePage(settings?.exitUrl)
  // Not at once: the host hears nothing from a frame that has gone elsewhere meanwhile.
  setTimeout(() => location.replace('about:blank'), 500)
}

const begin = (lang: string, theme: string) => {
  if (chat || !settings) return
  document.documentElement.dataset.theme = theme
  chat = openChat({
    root,
    site,
    settings,
    lang,
    leave,
    small: host ? small : undefined,
    onNews: (isNews) => tell({ type: 'news', isNews }),
  })
  if (!isEmbedded) chat.show(true)
}

hear(
  () => (isEmbedded ? parent : null),
  (origin) => settings !== undefined && [location.origin, ...settings.origins].includes(origin),
  (message: HostMessage, origin) => {
    if (message.type === 'shown') return chat?.show(message.shown)
    host = origin
    begin(message.lang, message.theme)
    tell({ type: 'ready' })
  },
)

watchExitKeys(window, () => (settings?.escape === 'make-small' ? small() : leave()), leave)

// A page that is kept for the way back keeps no word of the talk; coming back to it begins with the token, if there is one.
addEventListener('pagehide', () => render(null, root))
addEventListener('pageshow', (event) => event.persisted && location.reload())

const load = async (attempt: number) => {
  const answer = await callServer<WidgetSettings>(`/api/widget/sites/${site}`, { timeout: timing.request })
  if (!answer.ok) {
    const { textContent } = document.querySelector('noscript') ?? root
    if (attempt === 0) root.append(...new DOMParser().parseFromString(textContent ?? '', 'text/html').body.childNodes)
    return setTimeout(load, waitBefore(attempt), attempt + 1)
  }
  settings = answer.body
  if (!isEmbedded) begin(navigator.language, '')
  // The rules take some milliseconds to get ready: now, and not when seconds count.
  speaksOfDanger('')
}
void load(0)
