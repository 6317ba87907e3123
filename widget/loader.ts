import type { WidgetSettings } from '../schema/api/widget.ts'
import { hear, post } from './frame-protocol.ts'
import { drawPanel } from './panel.ts'
import { leavePage, watchExitKeys } from './quick-exit.ts'

const openFlag = 'signpost-open'
/** After this many milliseconds without a word from the frame, the panel says that the chat is not working. */
const patience = 8_000

/**
 * What a force's website loads: the button, and the panel whose frame holds the chat. The frame is fetched when it is first
 * needed. Until it answers, and whenever it cannot, the panel itself shows 999, 101 and the way out.
 */
async function openLoader(server: string, site: string, theme: string): Promise<void> {
  if (document.querySelector('signpost-chat')) return
  const lang = document.documentElement.lang
  const settings = await findSettings(`${server}/api/widget/sites/${encodeURIComponent(site)}`)
  const panel = drawPanel(lang, settings)
  const { frame } = panel
  let isReady = false
  let hello: ReturnType<typeof setInterval> | undefined

  const say = (message: Parameters<typeof post>[2]) => post(frame.contentWindow, server, message)
  const show = (isShown: boolean) => {
    panel.show(isShown)
    remember(isShown)
    if (isShown && settings && !frame.src) {
      frame.src = `${server}/widget/frame?site=${encodeURIComponent(site)}`
      setTimeout(() => isReady || panel.breakDown(), patience)
    }
    if (isReady) {
      if (isShown) frame.focus()
      say({ type: 'shown', shown: isShown })
    }
    if (!settings) panel.breakDown()
  }
  const leave = () => {
    remember(false)
    panel.remove()
    leavePage(settings?.exitUrl)
  }

  frame.addEventListener('load', () => {
    isReady = false
    clearInterval(hello)
    hello = setInterval(() => say({ type: 'hello', lang, theme }), 250)
    say({ type: 'hello', lang, theme })
  })
  hear(
    () => frame.contentWindow,
    (origin) => origin === server,
    (message) => {
      if (message.type === 'ready' && !isReady) {
        isReady = true
        clearInterval(hello)
        panel.ready()
        show(panel.isShown())
      } else if (message.type === 'make-small') {
        show(false)
        panel.button.focus()
      } else if (message.type === 'leave') leave()
      else if (message.type === 'unread' && typeof message.count === 'number') panel.count(message.count)
    },
  )
  panel.onOpen(() => show(true))
  panel.onSmall(() => {
    show(false)
    panel.button.focus()
  })
  panel.onLeave(leave)
  watchExitKeys(
    panel.root,
    () => panel.isShown() && leave(),
    () => panel.isShown() && leave(),
  )
  addEventListener('pageshow', (event) => event.persisted && panel.isShown() && !wasOpen() && show(false))
  if (wasOpen()) show(true)
}

async function findSettings(address: string): Promise<WidgetSettings | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(patience) })
    return response.ok ? await response.json() : undefined
  } catch {
    return undefined
  }
}

/** Whether the panel stays open from page to page of the same tab. Nothing else is kept on the host's side. */
function remember(isOpen: boolean): void {
  try {
    if (isOpen) sessionStorage.setItem(openFlag, '1')
    else sessionStorage.removeItem(openFlag)
  } catch {
    // No storage: the panel starts small on the next page.
  }
}

function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(openFlag) === '1'
  } catch {
    return false
  }
}

const script = document.currentScript
if (script instanceof HTMLScriptElement) {
  const { site = '', theme = '' } = script.dataset
  const load = () => void openLoader(new URL(script.src).origin, site, theme)
  if (document.body) load()
  else addEventListener('DOMContentLoaded', load)
}
