import type { WidgetSettings } from '../schema/api/widget.ts'
import { panelStyle } from './panel-style.ts'
import { panelWords } from './words/panel.ts'

/** The parts of what is drawn on the host page. */
export type Panel = ReturnType<typeof drawPanel>

/**
 * Draws the button and the panel on the host page, out of reach of its styles. The frame lies over the panel's own words
 * and takes them over when it is ready; until then, and whenever it is not, they say 999, 101 and the way out.
 */
export function drawPanel(lang: string, settings: WidgetSettings | undefined) {
  const words = panelWords(lang)
  const number = settings?.nonEmergency ?? '101'
  const news = draw('small', { hidden: true }, words.news)
  const open = draw('button', { className: 'open' }, draw('span', {}, words.chat, news))
  const small = draw('button', { title: words.small }, '−')
  const leave = draw('button', { className: 'leave' }, words.leave)
  const heading = draw('h2')
  const frame = draw('iframe', { title: `${words.chat} ${settings?.force ?? ''}` })
  const panel = draw(
    'div',
    { className: 'panel', hidden: true },
    draw('div', { className: 'bar' }, draw('a', { href: 'tel:999' }, words.emergency), small),
    draw(
      'div',
      { className: 'words', role: 'status' },
      heading,
      draw('p', {}, words.person, draw('a', { href: `tel:${number.replace(/[^\d+]/g, '')}` }, number)),
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
  root.append(draw('section', { ariaLabel: words.chat, lang }, open, panel))
  document.body.append(element)
  return { element, open, small, leave, heading, news, frame, panel, words }
}

function draw<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}
