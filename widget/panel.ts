import type { WidgetSettings } from '../schema/api/widget.ts'
import { panelStyle } from './panel-style.ts'
import { panelWords } from './words/panel.ts'

export interface Panel {
  root: ShadowRoot
  button: HTMLButtonElement
  frame: HTMLIFrameElement
  isShown(): boolean
  show(isShown: boolean): void
  /** The frame has answered and takes the panel over. */
  ready(): void
  /** The frame does not answer: the panel says so, and who can be called. */
  breakDown(): void
  count(unread: number): void
  onOpen(act: () => void): void
  onSmall(act: () => void): void
  onLeave(act: () => void): void
  remove(): void
}

/** Draws the button and the panel on the host page, out of reach of its styles. */
export function drawPanel(lang: string, settings: WidgetSettings | undefined): Panel {
  const words = panelWords(lang)
  const number = settings?.nonEmergency ?? '101'
  const unread = draw('small')
  const button = draw('button', { className: 'open', type: 'button' }, icon('M4 5.5h16v11h-9L7 20v-3.5H4z'), [
    draw('span', {}, words.chat, unread),
  ])
  const small = draw('button', { type: 'button', ariaLabel: words.small }, icon('M5 12h14'))
  const leave = draw('button', { className: 'leave', type: 'button' }, words.leave)
  const heading = draw('p', {}, words.opening)
  const frame = draw('iframe', { title: settings ? `${words.chat}: ${settings.force}` : words.chat })
  const panel = draw(
    'div',
    { className: 'panel', hidden: true },
    draw('div', { className: 'bar' }, draw('a', { href: 'tel:999' }, words.emergency), small),
    draw(
      'div',
      { className: 'words', role: 'status' },
      heading,
      draw('p', {}, words.person, draw('a', { href: `tel:${number.replace(/[^\d+]/g, '')}` }, number), '.'),
      draw('p', {}, words.silent),
    ),
    leave,
    frame,
  )
  const element = document.createElement('signpost-chat')
  if (settings?.brand) {
    element.style.setProperty('--brand', settings.brand.background)
    element.style.setProperty('--on-brand', settings.brand.text)
  }
  const root = element.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(panelStyle)
  root.adoptedStyleSheets = [sheet]
  root.append(draw('section', { ariaLabel: words.chat, lang: lang.startsWith('cy') ? 'cy' : 'en' }, button, panel))
  document.body.append(element)
  fitKeyboard(panel)

  return {
    root,
    button,
    frame,
    isShown: () => !panel.hidden,
    show(isShown) {
      panel.hidden = !isShown
      button.hidden = isShown
      if (isShown) small.focus()
    },
    ready: () => panel.classList.add('ready'),
    breakDown() {
      panel.classList.remove('ready')
      heading.textContent = words.broken
    },
    count(messages) {
      unread.textContent = messages ? words.unread(messages) : ''
    },
    onOpen: (act) => button.addEventListener('click', act),
    onSmall: (act) => small.addEventListener('click', act),
    onLeave: (act) => leave.addEventListener('click', act),
    remove: () => element.remove(),
  }
}

/** On a phone the panel ends where the keyboard begins, so that the box and the way out stay in sight. */
function fitKeyboard(panel: HTMLElement): void {
  const { visualViewport: view } = window
  view?.addEventListener('resize', () => {
    const isCovered = innerWidth <= 640 && view.height < innerHeight - 80 && view.scale === 1
    panel.style.height = isCovered ? `${view.height}px` : ''
    panel.style.bottom = isCovered ? 'auto' : ''
  })
}

type Children = (Node | string | Node[])[]

function draw<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: Children
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children.flat())
  return element
}

function icon(path: string): SVGElement {
  const space = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(space, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(space, 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}
