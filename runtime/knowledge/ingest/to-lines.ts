import { z } from 'zod'

/** A line of a page. Lengths in points; `top` counts from the foot of the page up. */
export interface PdfLine {
  text: string
  page: number
  size: number
  left: number
  right: number
  top: number
  /** Letters that have no meaning in the file. */
  unreadable: number
}

const Item = z.object({
  str: z.string(),
  transform: z.array(z.number()).length(6),
  width: z.number(),
  height: z.number(),
  hasEOL: z.boolean(),
})
/** A gap as wide as this many letters stands between two cells. */
const cellGap = 1.8

/** Puts the pieces of a page together to lines, in the order in which the file has them: by column, where there are columns. */
export function toLines(items: readonly unknown[], page: number): PdfLine[] {
  const lines: PdfLine[] = []
  let line: PdfLine | undefined
  const flush = () => {
    if (line) {
      const text = line.text.replace(/\s+/g, ' ').trim()
      if (text !== '') lines.push({ ...line, text })
    }
    line = undefined
  }
  for (const raw of items) {
    const { data: item } = Item.safeParse(raw)
    if (!item) continue
    const [a = 0, b = 0, , , left = 0, top = 0] = item.transform
    const size = Math.hypot(a, b) || item.height
    const { text, unreadable } = readable(item.str)
    if (
      line &&
      text.trim() !== '' &&
      (Math.abs(top - line.top) > Math.max(2, line.size * 0.5) || left < line.left - line.size)
    )
      flush()
    if (text !== '' && (line || text.trim() !== '')) {
      if (!line) line = { text, page, size, left, right: left + item.width, top, unreadable }
      else {
        const gap = left - line.right
        const joint = gap > line.size * cellGap ? ' | ' : gap > line.size * 0.15 && !line.text.endsWith(' ') ? ' ' : ''
        if (text.trim() !== '') {
          line.text += joint + text
          line.right = Math.max(line.right, left + item.width)
          line.size = Math.max(line.size, size)
        } else line.text += ' '
        line.unreadable += unreadable
      }
    }
    if (item.hasEOL) flush()
  }
  flush()
  return lines
}

/** Letters as they are searched for: ligatures apart, presentation forms plain, without characters that mean nothing. */
function readable(written: string): { text: string; unreadable: number } {
  let unreadable = 0
  const text = written.normalize('NFKC').replace(/[\p{Cc}\p{Co}\p{Cn}\uFFFD]/gu, (letter) => {
    if (letter !== '\t' && letter !== '\n') unreadable++
    return ' '
  })
  return { text: text.replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, ''), unreadable }
}
