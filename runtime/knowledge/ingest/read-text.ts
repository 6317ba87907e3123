import type { Block } from '../passages/block.ts'
import type { DocumentText } from './document-text.ts'

const heading = /^(?:\d+(?:\.\d+)*\.?\s+)?\p{Lu}[^.!?;]{1,78}$/u

/** Paragraphs of plain text: apart by empty lines, or one a line. A short line alone above a paragraph is its heading. */
export function readText(source: string): DocumentText {
  const blocks: Block[] = []
  const chunks = source.replace(/\r\n?|\f/g, '\n').split(/\n[^\S\n]*\n/)
  chunks.forEach((chunk, index) => {
    const lines = chunk
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter((line) => line !== '')
    const [first = ''] = lines
    if (lines.length === 0) return
    const under = chunks[index + 1]?.trim() ?? ''
    if (lines.length === 1 && heading.test(first) && under.length > first.length)
      blocks.push({ kind: 'heading', level: index === 0 ? 1 : 2, text: first })
    else if (lines.every((line) => /^[-*•–·]\s/.test(line)))
      blocks.push({ kind: 'list', text: lines.map((line) => line.replace(/^[*•–·]/, '-')).join('\n') })
    else if (chunks.length === 1) blocks.push(...lines.map((line): Block => ({ kind: 'paragraph', text: line })))
    else blocks.push({ kind: 'paragraph', text: lines.join(' ') })
  })
  const [top] = blocks
  return { ...(top?.kind === 'heading' && top.level === 1 && { title: top.text }), blocks, warnings: [] }
}

/** Bytes as text: by their mark, as UTF-8 where they are that, else as the Windows letters of western Europe. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const sample = bytes.subarray(0, 4_096)
    const zeros = sample.reduce((sum, byte, at) => sum + (at % 2 === 1 && byte === 0 ? 1 : 0), 0)
    return new TextDecoder(zeros > sample.length / 4 ? 'utf-16le' : 'windows-1252').decode(bytes)
  }
}
