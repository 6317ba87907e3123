import type { Block } from '../passages/block.ts'
import type { DocumentText } from './document-text.ts'

/** Headings, paragraphs, lists and tables of a Markdown file. Links keep their words; pictures and HTML are left out. */
export function readMarkdown(source: string): DocumentText {
  const { matter, body } = splitMatter(source.replace(/\r\n?/g, '\n'))
  const blocks: Block[] = []
  let lines: string[] = []
  let kind: Block['kind'] = 'paragraph'
  let fence: string | undefined
  const flush = () => {
    const text = lines.join(kind === 'paragraph' && fence === undefined ? ' ' : '\n').trim()
    if (text !== '') blocks.push({ kind, text })
    lines = []
    kind = 'paragraph'
  }
  for (const line of body.split('\n')) {
    const mark = /^\s*(```|~~~)/.exec(line)?.[1]
    if (fence !== undefined || mark !== undefined) {
      if (fence === undefined || mark === fence) {
        flush()
        fence = fence === undefined ? mark : undefined
      } else lines.push(line)
      continue
    }
    const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line)
    const underline = /^ {0,3}(=+|-+)\s*$/.exec(line)
    const item = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line)
    const row = /^\s*\|(.*)\|\s*$/.exec(line)
    if (heading) {
      flush()
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, text: inline(heading[2] ?? '') })
    } else if (underline && kind === 'paragraph' && lines.length === 1) {
      const text = lines[0] ?? ''
      lines = []
      blocks.push({ kind: 'heading', level: underline[1]?.startsWith('=') ? 1 : 2, text })
    } else if (line.trim() === '' || /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/.test(line)) {
      if (kind !== 'list' || line.trim() !== '') flush()
    } else if (row) {
      if (kind !== 'table') flush()
      kind = 'table'
      if (!/^[\s|:-]+$/.test(row[1] ?? ''))
        lines.push(
          (row[1] ?? '')
            .split('|')
            .map((cell) => inline(cell).trim())
            .join(' | '),
        )
    } else if (item) {
      if (kind !== 'list') flush()
      kind = 'list'
      lines.push(`- ${inline(item[1] ?? '')}`)
    } else if (kind === 'list' && /^\s{2,}\S/.test(line)) {
      lines.push(`${lines.pop() ?? ''} ${inline(line.trim())}`)
    } else {
      if (kind !== 'paragraph') flush()
      lines.push(inline(line.replace(/^ {0,3}>\s?/, '').trim()))
    }
  }
  flush()
  const title = matter.get('title') ?? blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text
  return { ...(title && { title }), blocks, warnings: [] }
}

/** The lines between `---` at the top, as names and values, and what comes after them. */
export function splitMatter(source: string): { matter: Map<string, string>; body: string } {
  const parts = /^\uFEFF?---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/.exec(source)
  if (!parts) return { matter: new Map(), body: source.replace(/^\uFEFF/, '') }
  const matter = new Map(
    (parts[1] ?? '').split('\n').map((line) => {
      const at = line.indexOf(':')
      const value = line.slice(at + 1).trim()
      return [line.slice(0, at).trim(), value.replace(/^(["'])(.*)\1$/, '$2')] as const
    }),
  )
  return { matter, body: parts[2] ?? '' }
}

function inline(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]*)\]\[[^\]]*\]/g, '$1')
    .replace(/<(https?:[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^>]*>|<!--.*?-->/gi, '')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(^|[\s(])[*_](?=\S)([^*_]+?)(?<=\S)[*_](?=[\s).,;:!?]|$)/g, '$1$2')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|-])/g, '$1')
}
