import type { Block } from './block.ts'
import { splitSentences } from './split-sentences.ts'

/** A piece of a document that can answer by itself. */
export interface PassageText {
  /** The headings it stands under, outermost first, apart by ` › `. */
  heading: string
  text: string
  page?: number
}

/** Words a passage aims at: neighbours under one heading are put together up to here. */
const wanted = 120
/** Words from which a block is cut at a sentence. */
const most = 400

/**
 * Cuts a document into passages: what stands under one heading, in pieces that a person can read at a glance. A list stays
 * with the sentence that announces it; a table that is cut keeps its first row; nothing crosses a heading.
 */
export function toPassages(blocks: readonly Block[]): PassageText[] {
  const passages: PassageText[] = []
  const path: string[] = []
  let held: { texts: string[]; words: number; page: number | undefined } | undefined
  const flush = () => {
    if (!held) return
    passages.push({
      heading: path.filter(Boolean).join(' › '),
      text: held.texts.join('\n\n'),
      ...(held.page && { page: held.page }),
    })
    held = undefined
  }
  for (const block of blocks) {
    const text = block.text.trim()
    if (text === '') continue
    if (block.kind === 'heading') {
      flush()
      const level = block.level ?? 1
      path.length = Math.min(path.length, level - 1)
      path[level - 1] = text
      continue
    }
    for (const piece of toPieces(block.kind, text)) {
      const words = countWords(piece)
      const announced = block.kind === 'list' && held?.texts.at(-1)?.endsWith(':')
      const apart = held && held.page !== block.page && held.words >= wanted / 2
      if (held && !announced && (held.words + words > wanted || apart)) flush()
      held ??= { texts: [], words: 0, page: block.page }
      held.texts.push(piece)
      held.words += words
    }
  }
  flush()
  return passages
}

function toPieces(kind: Block['kind'], text: string): string[] {
  if (countWords(text) <= most) return [text]
  const parts = kind === 'paragraph' ? splitSentences(text).map(({ at, end }) => text.slice(at, end)) : text.split('\n')
  const glue = kind === 'paragraph' ? ' ' : '\n'
  const first = kind === 'table' ? (parts[0] ?? '') : ''
  const pieces: string[] = []
  let piece = ''
  let words = 0
  for (const part of parts.flatMap(cutEndless)) {
    const more = countWords(part)
    if (words > 0 && words + more > most / 1.5) {
      pieces.push(piece)
      piece = first
      words = countWords(first)
    }
    piece = piece === '' ? part : `${piece}${glue}${part}`
    words += more
  }
  if (piece !== '') pieces.push(piece)
  return pieces
}

/** A sentence without an end, as tables of a PDF give them, in lengths that can be shown. */
function cutEndless(part: string): string[] {
  if (countWords(part) <= most && part.length <= 4_000) return [part]
  const pieces: string[] = []
  for (let from = 0; from < part.length; ) {
    const space = part.length - from > 1_500 ? part.lastIndexOf(' ', from + 1_500) : part.length
    const to = space > from ? space : Math.min(part.length, from + 1_500)
    pieces.push(part.slice(from, to).trim())
    from = to
  }
  return pieces
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}
