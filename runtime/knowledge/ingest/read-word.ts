import mammoth from 'mammoth'
import { type DocumentText, UnreadableDocument } from './document-text.ts'
import { listZip } from './list-zip.ts'
import { readHtml } from './read-html.ts'

const mostUnpacked = 150_000_000
const mostEntries = 5_000

/** A Word file (docx). Pictures, comments and outside references are left out; nothing is fetched. */
export async function readWord(bytes: Uint8Array): Promise<DocumentText> {
  const entries = listZip(bytes)
  if (!entries) throw new UnreadableDocument('The Word file is damaged: its end is missing.')
  if (entries.length > mostEntries || entries.reduce((sum, { size }) => sum + size, 0) > mostUnpacked)
    throw new UnreadableDocument('The Word file unpacks to far more than a document holds.')
  const { value, messages } = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: [
          'p[style-name="Title"] => h1:fresh',
          'p[style-name="Subtitle"] => h2:fresh',
          'comment-reference => !',
        ],
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
      },
    )
    .catch((error: unknown) => {
      throw new UnreadableDocument(
        `The Word file is damaged: ${error instanceof Error ? error.message : 'it can’t be opened'}.`,
      )
    })
  const { blocks } = readHtml(value)
  const warnings = messages.some(({ type }) => type === 'error') ? ['Parts of the Word file could not be read.'] : []
  if (entries.some(({ name }) => /^word\/(?!.*rels).*\.(?:html?|mht|rtf|txt)$/i.test(name)))
    warnings.push('The Word file holds another document inside it, which is not read.')
  if (entries.some(({ name }) => /word\/(?:header|footer)\d/i.test(name)))
    warnings.push('Headers and footers are left out.')
  const title = blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text
  return { ...(title && { title }), blocks, warnings }
}
