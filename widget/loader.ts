import type { WidgetSettings } from '../schema/api/widget.ts'
import { type FrameMessage, type HostMessage, hear, post } from './frame-protocol.ts'
import { drawPanel } from './panel.ts'
import { leavePage, watchExitKeys } from './quick-exit.ts'

const openFlag = 'signpost-open'
/** After this many milliseconds without a word from the frame, the panel says that the chat is not working. */
const patience = 8_000

/**
 * What a force's website loads: the button, and the panel whose frame holds the chat. The frame is fetched when it is first
 * needed. Until it answers, and whenever it cannot, the panel itself shows 999, 101 and the way out.
 */
async function openLoader(server: string, { site = '', theme = '' }: DOMStringMap): Promise<void> {
  const { lang } = document.documentElement
  const settings = await findSettings(`${server}/api/widget/sites/${site}`)
  const { element, open, small, leave, heading, news, frame, panel, words } = drawPanel(lang, settings)
  let isReady = false
  let hello: ReturnType<typeof setInterval> | undefined

  const say = (message: HostMessage) => post(frame.contentWindow, server, message)
  const show = (isShown: boolean, takesFocus = true) => {
    panel.hidden = !isShown
    open.hidden = isShown
    wasOpen(isShown)
    if (isReady) say({ type: 'shown', shown: isShown })
    if (takesFocus) (isShown ? (isReady ? frame : small) : open).focus()
    if (isReady || !isShown) return
    if (settings) frame.src ||= `${server}/widget/frame?site=${site}`
    setTimeout(() => isReady || heading.replaceChildren(words.broken), settings ? patience : 0)
  }
  const quit = () => {
    wasOpen(false)
    element.remove()
    leavePage(settings?.exitUrl)
  }
  const receive = (message: FrameMessage) => {
    if (message.type === 'make-small') show(false)
    else if (message.type === 'leave') quit()
    else if (message.type === 'news') news.hidden = !message.isNews
    else if (!isReady) {
      isReady = true
      clearInterval(hello)
      panel.classList.add('ready')
      show(!panel.hidden, !panel.hidden)
    }
  }

  // The frame may still be finding its settings: it hears us out until it can answer.
  frame.onload = () => {
    isReady = false
    clearInterval(hello)
    hello = setInterval(say, 200, { type: 'hello', lang, theme })
  }
  hear(
    () => frame.contentWindow,
    (origin) => origin === server,
    receive,
  )
  open.onclick = () => show(true)
  small.onclick = () => show(false)
  leave.onclick = quit
  watchExitKeys(panel, quit, quit)
  if (wasOpen()) show(true, false)
  // Back on a page that the browser kept: what was left in a hurry stays small.
  addEventListener('pageshow', ({ persisted }) => persisted && !wasOpen() && show(false, false))
}

async function findSettings(address: string): Promise<WidgetSettings | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(patience) })
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}

/** Whether the panel stays open from page to page of the same tab; sets it when told. Nothing else is kept on this side. */
function wasOpen(isOpen?: boolean): boolean {
  try {
    if (isOpen !== undefined) sessionStorage.setItem(openFlag, isOpen ? '1' : '')
    return sessionStorage.getItem(openFlag) === '1'
  } catch {
    return false
  }
}

const script = document.currentScript
if (script instanceof HTMLScriptElement && !document.querySelector('signpost-chat')) {
  const load = () => void openLoader(new URL(script.src).origin, script.dataset)
  if (document.body) load()
  else addEventListener('DOMContentLoaded', load)
}
