/**
 * The small markup that messages may use. It is parsed to plain data, never to HTML:
 *
 * - a blank line separates paragraphs; lines that start with `- ` are a list;
 * - `**bold**`; `[label](address)` with an address of scheme https, tel or mailto, without a name or password in front of
 *   its host, or the path of a confirmation on this server; anything else stays plain text;
 * - a backslash before `*`, `[`, `]`, `(`, `)`, `-` or `\` takes the meaning away.
 */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold'; text: string }
  | { kind: 'link'; text: string; href: string }
export type Block = { kind: 'paragraph'; lines: Inline[][] } | { kind: 'list'; items: Inline[][] }

const token = /\\([*[\]()\\-])|\*\*((?:[^*\\]|\\.){1,2000}?)\*\*|\[((?:[^\][\\]|\\.){1,500})\]\(([^()\s]{1,2000})\)/g
const allowedSchemes = /^(https:\/\/[^\s\\"<>`]+|tel:\+?[0-9-]+|mailto:[^\s\\"<>`@?]+@[^\s\\"<>`@]+)$/i
/** A confirmation's page on the server that the message came from: the one thing a path may lead to. */
const confirmationPath = /^\/confirmations\/[\w-]{43}$/
/** Characters that nobody sees, or that turn the direction of what follows: an address with one is not what it looks like. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** `text` as paragraphs and lists. */
export function parseMarkup(text: string): Block[] {
  const blocks: Block[] = []
  for (const chunk of text.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    let lines: Inline[][] = []
    let items: Inline[][] = []
    const flush = () => {
      if (lines.length) blocks.push({ kind: 'paragraph', lines })
      if (items.length) blocks.push({ kind: 'list', items })
      lines = []
      items = []
    }
    for (const line of chunk.split('\n')) {
      if (line.trim() === '') continue
      const isItem = line.startsWith('- ')
      if (isItem ? lines.length > 0 : items.length > 0) flush()
      if (isItem) items.push(parseInline(line.slice(2)))
      else lines.push(parseInline(line))
    }
    flush()
  }
  return blocks
}

/** One line of markup as text, bold and links. */
export function parseInline(line: string): Inline[] {
  const parts: Inline[] = []
  const add = (part: Inline) => {
    const last = parts.at(-1)
    if (part.kind === 'text' && last?.kind === 'text') last.text += part.text
    else if (part.text !== '') parts.push(part)
  }
  let at = 0
  for (const match of line.matchAll(token)) {
    add({ kind: 'text', text: line.slice(at, match.index) })
    at = match.index + match[0].length
    const [whole, escaped, bold, label, href] = match
    if (escaped !== undefined) add({ kind: 'text', text: escaped })
    else if (bold !== undefined) add({ kind: 'bold', text: withoutEscapes(bold) })
    else if (label !== undefined && href !== undefined && isAllowed(href))
      add({ kind: 'link', text: withoutEscapes(label), href })
    else add({ kind: 'text', text: whole })
  }
  add({ kind: 'text', text: line.slice(at) })
  return parts
}

/** Takes the meaning from anything in `text` that would be markup: used for every value a visitor or a service gave. */
export function escapeMarkup(text: string): string {
  return text.replace(/[\\*[\]()]/g, '\\$&').replace(/^- /gm, '\\- ')
}

/** Where none of these stands, a text is one line of plain words. */
const meaning = /[\r\n\\*[]|^- /

/** `text` without its markup, for titles, notifications and screen readers. */
export function plainText(text: string): string {
  if (!meaning.test(text)) return text.trim() === '' ? '' : text
  return parseMarkup(text)
    .map((block) =>
      (block.kind === 'list' ? block.items : block.lines)
        .map((line) => line.map((part) => part.text).join(''))
        .join('\n'),
    )
    .join('\n\n')
}

function isAllowed(href: string): boolean {
  if (confirmationPath.test(href)) return true
  if (!allowedSchemes.test(href) || unseen.test(href) || !URL.canParse(href)) return false
  const { username, password } = new URL(href)
  return username === '' && password === ''
}

function withoutEscapes(text: string): string {
  return text.replace(/\\([*[\]()\\-])/g, '$1')
}
