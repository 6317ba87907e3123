import { render } from 'preact'
import type { WidgetSettings } from '../../schema/api/widget.ts'
import { openContactClient } from '../contact/contact-client.ts'
import { openTokenStore } from '../contact/token-store.ts'
import { speaksOfDanger } from '../emergency.ts'
import { focusWrong } from '../prompts/form.tsx'
import { languageOf, wordsOf } from '../words/words.ts'
import { waitOf } from './cards.tsx'
import { Chat } from './chat.tsx'
import { findBox } from './composer.tsx'
import { toView } from './contact-view.ts'
import { readQueue } from './read-queue.ts'
import { keepInSight } from './scrolling.ts'
import type { Screen, Ui } from './ui.ts'

/** Draws the chat again at every change of the contact or of the screen, and does what drawing cannot: focus, scroll, read. */
export function openChat(options: {
  root: HTMLElement
  site: string
  settings: WidgetSettings
  lang: string
  leave(): void
  small?: () => void
  /** Whether something came while the panel was small. */
  onNews(isNews: boolean): void
}) {
  const { root, site, settings, lang, leave, small } = options
  const { locales, brand } = settings
  const page = document.documentElement
  if (brand) {
    page.style.setProperty('--w-brand', brand.background)
    page.style.setProperty('--w-on-brand', brand.text)
  }
  const client = openContactClient({
    site,
    locale: locales.find((locale) => locale.slice(0, 2) === lang.slice(0, 2)) ?? locales[0] ?? 'en-GB',
    store: openTokenStore(site),
    speaksOfDanger,
  })
  let screen: Screen = { errors: {}, files: {}, isEnding: false }
  let asked: number | undefined
  let returned = client.state().returned
  let isShown = false
  let seen = 0

  const answer: Ui['answer'] = (input, shown) => {
    // The question goes away with its answer; whoever was in it stays at its place and not at the top of the page.
    root.querySelector<HTMLElement>('#asked')?.focus()
    client.send(input, shown, asked)
  }
  const show = (change: Partial<Screen>) => {
    screen = { ...screen, ...change }
    draw()
  }

  const draw = () => {
    const state = client.state()
    const view = toView(state)
    const { prompt, queue } = view
    const words = wordsOf(state.locale)
    const isNew = prompt && prompt.seq !== asked
    asked = prompt?.seq
    if (isNew) screen = { ...screen, errors: {}, files: {} }
    if (state.returned && state.returned !== returned) {
      const box = findBox()
      if (box) box.value = [state.returned.text, box.value].filter(Boolean).join('\n')
      screen = { ...screen, errors: { ...screen.errors, box: state.returned.message || words.notSent } }
    }
    returned = state.returned
    page.lang = languageOf(state.locale)
    render(<Chat ui={{ client, settings, state, view, words, screen, show, answer, small, leave }} />, root)

    keepInSight(root.querySelector('.scroller'))
    readQueue(
      root.querySelector('#queue'),
      queue ? `${words.place}: ${words.nth(queue.position)}. ${waitOf(queue, words).replaceAll('*', '')}` : '',
    )
    if (isNew && document.activeElement?.id === 'asked') focusWrong()
    const last = state.events.at(-1)?.seq ?? 0
    if (isShown) seen = last
    options.onNews(last > seen)
  }
  client.subscribe(draw)
  draw()

  return {
    client,
    /** The panel was opened or made small. */
    show(shown: boolean) {
      isShown = shown
      if (shown && client.state().phase === 'idle') client.open()
      draw()
      if (shown && small) root.querySelector<HTMLElement>('.chat')?.focus()
    },
  }
}
