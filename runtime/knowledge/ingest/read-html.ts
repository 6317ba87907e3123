import { Parser } from 'htmlparser2'
import type { Block } from '../passages/block.ts'
import type { DocumentText } from './document-text.ts'

const leftOut = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'nav',
  'select',
  'button',
  'form',
  'head',
])
const empty = new Set([
  'br',
  'hr',
  'img',
  'input',
  'meta',
  'link',
  'area',
  'base',
  'col',
  'embed',
  'source',
  'track',
  'wbr',
])
const borders = new Set(
  'p div section article main aside header footer blockquote pre ul ol li dl dt dd table tr td th h1 h2 h3 h4 h5 h6 hr figure figcaption address caption thead tbody details summary'.split(
    ' ',
  ),
)
/** Text that a reader of the page does not see is not text of the page. */
const unseen =
  /display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|font-size\s*:\s*0|(?:^|[;\s])color\s*:\s*(?:#fff(?:fff)?|white)\b|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{3,}/i
const deepest = 512

/** Headings, paragraphs, lists and tables of a page. Nothing in it is run, fetched, or taken for more than text. */
export function readHtml(html: string): DocumentText {
  const blocks: Block[] = []
  const open: { name: string; hidden: boolean }[] = []
  let title = ''
  let inTitle = false
  let text = ''
  let cells: string[] | undefined
  let rows: string[] | undefined
  let items: string[] | undefined
  let tables = 0
  const hidden = () => open.at(-1)?.hidden === true
  const inside = (name: string) => open.some((element) => element.name === name)

  const flush = () => {
    const said = clean(text)
    text = ''
    if (said === '') return
    if (cells) cells[cells.length - 1] = `${cells.at(-1) ?? ''} ${said}`.trim()
    else if (items && inside('li')) items.push(said)
    else {
      endList()
      blocks.push({ kind: 'paragraph', text: said })
    }
  }
  const endList = () => {
    if (items && items.length > 0) blocks.push({ kind: 'list', text: items.map((item) => `- ${item}`).join('\n') })
    items = items && []
  }
  const endTable = () => {
    if (rows && rows.length > 0) blocks.push({ kind: 'table', text: rows.join('\n') })
    rows = undefined
    cells = undefined
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'title' && !inside('svg')) inTitle = true
        if (borders.has(name)) flush()
        if (name === 'br') text += '\n'
        if (empty.has(name)) return
        const concealed =
          hidden() ||
          leftOut.has(name) ||
          'hidden' in attributes ||
          attributes['aria-hidden'] === 'true' ||
          unseen.test(attributes.style ?? '')
        if (open.length < deepest) open.push({ name, hidden: concealed })
        if (concealed) return
        if (name === 'ul' || name === 'ol') items ??= []
        if (name === 'table' && !rows) rows = []
        if (name === 'table') tables++
        if (name === 'tr' && tables === 1) cells = []
        if ((name === 'td' || name === 'th') && cells && tables === 1) cells.push('')
      },
      ontext(part) {
        if (inTitle) title += part
        else if (!hidden()) text += inside('pre') ? part.replace(/\n/g, '\u2028') : part.replace(/\s+/g, ' ')
      },
      onclosetag(name) {
        if (name === 'title') inTitle = false
        if (empty.has(name)) return
        const heading = /^h([1-6])$/.exec(name)
        if (heading && !hidden() && !cells) {
          const said = clean(text).replace(/\n/g, ' ')
          text = ''
          endList()
          if (said !== '') blocks.push({ kind: 'heading', level: Number(heading[1]), text: said })
        } else if (borders.has(name)) flush()
        const at = open.findLastIndex((element) => element.name === name)
        if (at < 0) return
        open.length = at
        if (name === 'tr' && cells && rows && tables === 1) {
          if (cells.some((cell) => cell !== '')) rows.push(cells.map((cell) => cell.replace(/\s+/g, ' ')).join(' | '))
          cells = undefined
        }
        if (name === 'table' && --tables === 0) endTable()
        if ((name === 'ul' || name === 'ol') && !inside('ul') && !inside('ol')) {
          endList()
          items = undefined
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  parser.write(html)
  parser.end()
  flush()
  endList()
  endTable()
  const named = clean(title).replace(/\n/g, ' ')
  return { ...(named !== '' && { title: named }), blocks, warnings: [] }
}

function clean(text: string): string {
  return text
    .replace(/[^\S\n\u2028]+/g, ' ')
    .replace(/ ?[\n\u2028] ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()
}
