import { html, page } from './html.ts'

/** What is there when the chat is not: no script, no style, nothing that could fail. */
const numbers = {
  en: html`<h1>The chat cannot be used here</h1>
<p>If someone is in danger, call <a href="tel:999">999</a>. If you can’t speak, call from a mobile and press 55.</p>
<p>For everything else, call <a href="tel:101">101</a>.</p>`,
  cy: html`<h1>Ni ellir defnyddio’r sgwrs yma</h1>
<p>Os oes rhywun mewn perygl, ffoniwch <a href="tel:999">999</a>. Os na allwch siarad, ffoniwch o ffôn symudol a phwyswch 55.</p>
<p>Ar gyfer popeth arall, ffoniwch <a href="tel:101">101</a>.</p>`,
}

function languageOf(lang: string): 'en' | 'cy' {
  return lang.startsWith('cy') ? 'cy' : 'en'
}

/** The page inside the widget's frame. */
export function framePage(site: string, force: string, lang: string): string {
  return page({
    lang,
    title: languageOf(lang) === 'cy' ? `Sgwrs, ${force}` : `Chat, ${force}`,
    head: html`<link rel="stylesheet" href="/widget/chat.css">
<script defer src="/widget/chat.js"></script>`,
    body: html`<div id="chat" data-site="${site}"></div>
<noscript>${numbers[languageOf(lang)]}</noscript>`,
  })
}

/** Shown in place of the chat: to a website that may not use it, and for a key that is not known. */
export function refusedPage(lang: string): string {
  return page({ lang, title: '999 · 101', body: html`<main>${numbers[languageOf(lang)]}</main>` })
}

/** Shown for every address while the server cannot work. */
export function unavailablePage(): string {
  return page({
    lang: 'en-GB',
    title: 'Not available · 999 · 101',
    body: html`<main><h1>This service is not working at the moment</h1>
<p>Nothing that was sent just now has been received.</p>
<p>If someone is in danger, call <a href="tel:999">999</a>. If you can’t speak, call from a mobile and press 55.</p>
<p>For everything else, call <a href="tel:101">101</a>.</p></main>`,
  })
}

const trialStyle = `
body { margin: 0; font: 1.1875rem/1.5 Arial, sans-serif; color: #0b0c0c; background: #fff }
header { padding: 1.25rem 1.5rem; background: #17365c; color: #fff; font-size: 1.5rem; font-weight: bold }
p.danger { margin: 0; padding: .625rem 1.5rem; background: #a80019; color: #fff }
p.danger a { color: inherit; font-weight: bold }
main { max-width: 34rem; padding: 1.5rem }
h1 { margin: 0 0 .5rem; font-size: 2.25rem; line-height: 1.15 }
`

/** A plain page of the force with its widget on it, to try the chat before it is on the real website. */
export function trialPage(site: string, force: string): string {
  return page({
    lang: 'en-GB',
    title: `${force}: try the chat`,
    head: html`<style>${{ html: trialStyle }}</style>`,
    body: html`<header>${force}</header>
<p class="danger">Is someone in danger now? Call <a href="tel:999">999</a>. If you can’t speak, press 55 when asked.</p>
<main><h1>Contact us online</h1>
<p>This page stands in for the force’s website. The chat opens at the bottom right. What is written here goes to the same people as from the real website.</p></main>
<script src="/widget.js" data-site="${site}" async></script>`,
  })
}
