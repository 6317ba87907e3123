import { hash } from 'node:crypto'
import { phrase } from '../../../nodes/kit/phrases.ts'
import { formatValue } from '../../../schema/values.ts'
import { html, page } from './html.ts'

const style = `
body { max-width: 38rem; margin: 2rem auto; padding: 0 1rem; font: 1.125rem/1.5 Arial, sans-serif; color: #12202f; background: #fff }
h1 { font-size: 1.5rem }
dl { border-top: 1px solid #7c8797 }
dl div { padding: .75rem 0; border-bottom: 1px solid #7c8797 }
dt { color: #3f4d5c }
dd { margin: 0; font-weight: bold; overflow-wrap: anywhere }
footer { color: #3f4d5c }
@media print { body { margin: 0 } a { color: inherit } }
`
/** Nothing may run or be loaded here, and no other page may show it. */
export const confirmationPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash('sha256', style, 'base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

interface Confirmation {
  force: string
  reference: string
  made: string
  next: string
  locale: string
}

/** The confirmation of a report, to print or keep. Nothing on it says who made it. */
export function confirmationPage({ force, reference, made, next, locale }: Confirmation): string {
  const lang = locale.startsWith('cy') ? 'cy' : 'en-GB'
  const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return page({
    lang,
    title: `${phrase('report.recorded', locale)} ${force}`,
    head: html`<meta name="robots" content="noindex"><style>${{ html: style }}</style>`,
    body: html`<main>
<p>${force}</p>
<h1>${phrase('report.recorded', locale)}</h1>
<dl>
${[
  fact(phrase('report.reference', locale), reference),
  fact(phrase('report.made', locale), formatValue(made, 'datetime', locale)),
  ...(next === '' ? [] : [fact(phrase('report.next', locale), next)]),
]}
</dl>
</main>
<footer><p>${phrase('report.danger', locale)}</p></footer>`,
  })
}
