import { getDocumentProxy } from 'unpdf'
import { type DocumentText, UnreadableDocument } from './document-text.ts'
import { linesToBlocks } from './lines-to-blocks.ts'
import { type PdfLine, toLines } from './to-lines.ts'

const mostPages = 3_000

/** A PDF, page by page. `tell` hears how far it is. Scripts in it never run; what is attached to it is not read. */
export async function readPdf(bytes: Uint8Array, tell: (page: number, pages: number) => void): Promise<DocumentText> {
  const document = await getDocumentProxy(bytes, { disableFontFace: true, verbosity: 0 }).catch((error: unknown) => {
    const name = error instanceof Error ? error.name : ''
    throw new UnreadableDocument(
      name === 'PasswordException'
        ? 'The PDF needs a password. Save a copy without one, then upload that.'
        : 'The PDF is damaged and can’t be opened.',
    )
  })
  const pages = Math.min(document.numPages, mostPages)
  const lines: PdfLine[] = []
  const failed: number[] = []
  const blank: number[] = []
  for (let number = 1; number <= pages; number++) {
    tell(number, pages)
    try {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent({ disableNormalization: false })
      const here = toLines(items, number)
      if (here.length === 0) blank.push(number)
      lines.push(...here)
      page.cleanup()
    } catch {
      failed.push(number)
    }
  }
  const warnings: string[] = []
  if (document.numPages > pages) warnings.push(`Only the first ${pages} of ${document.numPages} pages were read.`)
  if (failed.length > 0) warnings.push(`${named(failed)} could not be read.`)
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0)
  if (letters === 0) warnings.push('No text was found. A scanned document needs text recognition (OCR) first.')
  else if (blank.length > 0 && blank.length < pages)
    warnings.push(`${named(blank)} ${blank.length === 1 ? 'has' : 'have'} no text: they may be pictures or scans.`)
  const unreadable = lines.reduce((sum, line) => sum + line.unreadable, 0)
  if (unreadable > (letters + unreadable) * 0.02)
    warnings.push('Some letters could not be read: the PDF does not say which letters its shapes stand for.')
  const { info } = await document.getMetadata().catch(() => ({ info: {} }))
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : ''
  return {
    ...(title !== '' && !/\.\w{2,4}$|^untitled|^microsoft word/i.test(title) && { title }),
    blocks: linesToBlocks(lines),
    pages: document.numPages,
    warnings,
  }
}

function named(pages: readonly number[]): string {
  const some = pages.slice(0, 8).join(', ')
  return `${pages.length === 1 ? 'Page' : 'Pages'} ${some}${pages.length > 8 ? ' and others' : ''}`
}
