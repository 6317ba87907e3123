import type { Block } from '../passages/block.ts'
import type { PdfLine } from './to-lines.ts'

const bullet = /^(?:[•●▪■◦‣·–—\uF0B7o-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+/
/** A line that stands at the edge of this share of the pages is a header or footer. */
const everyPage = 0.4

/** Tells headings, paragraphs, lists and tables apart by size, place and gaps. */
export function linesToBlocks(all: readonly PdfLine[]): Block[] {
  const lines = withoutEdges(all)
  const body = commonSize(lines)
  const sizes = [...new Set(lines.map(({ size }) => Math.round(size * 2) / 2))]
    .filter((size) => size > body * 1.12)
    .sort((a, b) => b - a)
  const blocks: Block[] = []
  let held: { kind: Block['kind']; lines: PdfLine[]; level?: number } | undefined
  const flush = () => {
    if (held) blocks.push(...toBlocks(held))
    held = undefined
  }
  for (const line of lines) {
    const level = levelOf(line, body, sizes)
    const kind = level ? 'heading' : line.text.includes(' | ') ? 'table' : bullet.test(line.text) ? 'list' : 'paragraph'
    const last = held?.lines.at(-1)
    const goesOn =
      held &&
      last &&
      last.page === line.page &&
      last.top > line.top &&
      last.top - line.top < Math.max(last.size, line.size) * 1.75
    const joins =
      held &&
      goesOn &&
      (kind === held.kind
        ? kind !== 'heading' || level === held.level
        : kind === 'paragraph' && held.kind === 'list' && line.left > (held.lines[0]?.left ?? 0))
    const overThePage =
      held?.kind === 'paragraph' &&
      kind === 'paragraph' &&
      last &&
      last.page + 1 === line.page &&
      /[^.!?:]$/.test(last.text) &&
      /^\p{Ll}/u.test(line.text)
    if (held && (joins || overThePage)) held.lines.push(line)
    else {
      flush()
      held = { kind, lines: [line], ...(level && { level }) }
    }
  }
  flush()
  return blocks
}

function toBlocks({ kind, lines, level }: { kind: Block['kind']; lines: PdfLine[]; level?: number }): Block[] {
  const page = lines[0]?.page
  if (kind === 'heading') return [{ kind, level: level ?? 2, text: join(lines), page }]
  if (kind === 'table' && lines.length > 1) return [{ kind, text: lines.map(({ text }) => text).join('\n'), page }]
  if (kind === 'list') {
    const items: PdfLine[][] = []
    for (const line of lines) {
      if (bullet.test(line.text) || items.length === 0) items.push([line])
      else items.at(-1)?.push(line)
    }
    return [
      { kind, text: items.map((item) => `- ${join(item).replace(/^[•●▪■◦‣·–—\uF0B7o-]\s+/, '')}`).join('\n'), page },
    ]
  }
  return [{ kind: 'paragraph', text: join(lines).replaceAll(' | ', ' '), page }]
}

/** Lines as running text: a word that was divided at the end of a line is one word again. */
function join(lines: readonly PdfLine[]): string {
  return lines.reduce((text, line) => {
    if (text === '') return line.text
    if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line.text)) return text.slice(0, -1) + line.text
    return `${text} ${line.text}`
  }, '')
}

function levelOf(line: PdfLine, body: number, sizes: readonly number[]): number | undefined {
  if (line.size <= body * 1.12 || line.text.length > 140 || !/\p{L}{2}/u.test(line.text)) return undefined
  const at = sizes.indexOf(Math.round(line.size * 2) / 2)
  return Math.min(6, Math.max(1, at + 1))
}

function commonSize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length)
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

/** Leaves out what stands at the top or foot of page after page, page numbers among them. */
function withoutEdges(lines: readonly PdfLine[]): PdfLine[] {
  const pages = Map.groupBy(lines, ({ page }) => page)
  if (pages.size < 4) return [...lines]
  const seen = new Map<string, number>()
  const name = (line: PdfLine) => `${Math.round(line.top / 6)}:${line.text.replace(/\d+/g, '#')}`
  const edges = new Set<PdfLine>()
  for (const page of pages.values()) {
    const sorted = [...page].sort((a, b) => b.top - a.top)
    for (const line of new Set([...sorted.slice(0, 2), ...sorted.slice(-2)])) {
      edges.add(line)
      seen.set(name(line), (seen.get(name(line)) ?? 0) + 1)
    }
  }
  return lines.filter((line) => !edges.has(line) || (seen.get(name(line)) ?? 0) < pages.size * everyPage)
}
