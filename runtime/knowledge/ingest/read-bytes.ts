import { fileTypeFromBuffer } from 'file-type'
import { type DocumentText, UnreadableDocument } from './document-text.ts'
import { decodeText, readText } from './read-text.ts'

/**
 * Reads a file by what it is, not by what it is called; among texts, the name decides. Throws `UnreadableDocument` with a
 * sentence that says why and what to do.
 */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
  tell: (page: number, pages: number) => void = () => {},
): Promise<DocumentText> {
  if (bytes.length === 0) throw new UnreadableDocument('The file is empty.')
  const read = tidy(await readByKind(bytes, name.toLowerCase(), tell))
  if (read.blocks.length === 0 && !read.warnings.some((warning) => warning.startsWith('No text')))
    read.warnings.unshift('No text was found.')
  return read
}

async function readByKind(bytes: Uint8Array, name: string, tell: (page: number, pages: number) => void) {
  const start = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1')
  if (start.includes('%PDF-')) return (await import('./read-pdf.ts')).readPdf(bytes, tell)
  if (start.startsWith('{\\rtf')) throw new UnreadableDocument('RTF is not read. Save it as a Word file (docx) or PDF.')
  if (start.startsWith('\xd0\xcf\x11\xe0'))
    throw new UnreadableDocument(
      /\.docx$|\.docm$/.test(name)
        ? 'The Word file is encrypted. Save a copy without a password, then upload that.'
        : 'Old Word files (doc) are not read. Save it as docx or PDF.',
    )
  const kind = await fileTypeFromBuffer(bytes)
  if (kind) {
    if (/wordprocessingml|ms-word\.document\.macro/.test(kind.mime) || (kind.ext === 'zip' && /\.doc[xm]$/.test(name)))
      return (await import('./read-word.ts')).readWord(bytes)
    if (/opendocument/.test(kind.mime))
      throw new UnreadableDocument('OpenDocument is not read. Save it as docx or PDF.')
    if (!/^text\/|xml/.test(kind.mime))
      throw new UnreadableDocument(
        `A file of the kind ${kind.ext} is not read. Use PDF, Word (docx), text, Markdown or HTML.`,
      )
  }
  if (/\.(?:docx|docm|pdf)$/.test(name))
    throw new UnreadableDocument('The file is damaged: it is not what its name says.')
  const text = decodeText(bytes)
  if ((text.slice(0, 4_096).match(/[^\P{Cc}\t\n\f\r]/gu)?.length ?? 0) > 8)
    throw new UnreadableDocument('The file is no text. Use PDF, Word (docx), text, Markdown or HTML.')
  if (/\.html?$|\.xhtml$/.test(name) || /^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(text))
    return (await import('./read-html.ts')).readHtml(text)
  if (/\.(?:md|markdown)$/.test(name)) return (await import('./read-markdown.ts')).readMarkdown(text)
  return readText(text)
}

/** Nothing that is invisible, and nothing that turns the direction of text. */
function tidy(read: DocumentText): DocumentText {
  const plain = (text: string) =>
    text
      .normalize('NFC')
      .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu, '')
      .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, ' ')
      .trim()
  return {
    ...read,
    ...(read.title !== undefined && { title: plain(read.title).slice(0, 300) }),
    blocks: read.blocks.map((block) => ({ ...block, text: plain(block.text) })).filter(({ text }) => text !== ''),
  }
}
