import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findShared } from '../testing/find-shared.ts'
import type { DocumentText } from './document-text.ts'
import { readBytes } from './read-bytes.ts'
import { readDocument } from './read-document.ts'

const real = findShared('data/documents')
const outcome = async (
  folder: string,
  file: string,
  read: (bytes: Uint8Array, name: string) => Promise<DocumentText> = readDocument,
): Promise<DocumentText | string> => {
  try {
    return await read(readFileSync(`${real}/${folder}/${file}`), file)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
const lengthOf = (read: DocumentText) => read.blocks.reduce((sum, { text }) => sum + text.length, 0)

describe('a file is read in a process that', () => {
  it('is ended when it takes too long', async () => {
    await expect(
      readDocument(Buffer.from('hello'), 'a.txt', { limits: { time: 1, memory: 2 ** 29, output: 1_000 } }),
    ).rejects.toThrow('took too long')
  })

  it('is ended when it takes too much memory', async () => {
    const large = Buffer.from('some words and more words.\n\n'.repeat(1_500_000))
    await expect(
      readDocument(large, 'a.txt', { limits: { time: 20_000, memory: 150 * 2 ** 20, output: 2 ** 30 } }),
    ).rejects.toThrow(/memory|failed/)
  })

  it('is ended when it gives too much text', async () => {
    await expect(
      readDocument(Buffer.from('word '.repeat(10_000)), 'a.txt', {
        limits: { time: 20_000, memory: 2 ** 29, output: 1_000 },
      }),
    ).rejects.toThrow('far more text')
  })
})

describe.runIf(real)('a real document', () => {
  it('in Word or PDF keeps its text, pages, headings and tables', async () => {
    const word = await outcome('word', '018367.docx')
    const pdf = await outcome('pdf', 'testPDF_protected.pdf')
    if (typeof word === 'string' || typeof pdf === 'string') throw new Error(`not read: ${word} ${pdf}`)
    expect(lengthOf(word)).toBeGreaterThan(16_000)
    expect(new Set(word.blocks.map(({ kind }) => kind))).toEqual(new Set(['heading', 'paragraph', 'list', 'table']))
    expect(pdf.pages).toBe(41)
    expect(lengthOf(pdf)).toBeGreaterThan(70_000)
    expect(pdf.blocks.at(-1)?.page).toBeGreaterThan(35)
  })

  it('with two columns is read one column after the other', async () => {
    const read = await outcome('pdf', 'testPDFTwoTextBoxes.pdf')
    expect(typeof read === 'string' ? read : read.blocks.map(({ text }) => text).join(' ')).toMatch(
      /Left column line 1 Left column line 2 Right column/,
    )
  })

  it.each([
    ['pdf', 'issue6010_1.pdf', 'needs a password'],
    ['pdf', 'bug1020226.pdf', 'damaged'],
    ['word', 'testWORD_protected_passtika.docx', 'encrypted'],
    ['word', 'testWORD_truncated.docx', 'damaged'],
    ['word', 'testWORD.doc', 'Save it as docx'],
  ])('of %s, %s, is refused in plain words', async (folder, file, words) => {
    expect(await outcome(folder, file)).toContain(words)
  })

  it('says when it is a scan, or when pages could not be read', async () => {
    const scan = await outcome('pdf', 'testOCR.pdf')
    const partly = await outcome('pdf', 'Pages-tree-refs.pdf')
    expect(scan).toMatchObject({ blocks: [], warnings: [expect.stringContaining('text recognition')] })
    expect(partly).toMatchObject({ warnings: ['Page 2 could not be read.'] })
  })

  it('of every kind in the collection ends in text, a warning or a plain refusal', async () => {
    const slow = /OWASP|freeculture|childAttachments/
    for (const folder of ['pdf', 'word', 'other'])
      for (const file of readdirSync(`${real}/${folder}`).filter((name) => !name.endsWith('.md') && !slow.test(name))) {
        const read = await outcome(folder, file, readBytes)
        if (typeof read === 'string') expect(read, file).toMatch(/^(?:The|RTF|Old|OpenDocument) [\s\S]+\.$/)
        else if (lengthOf(read) === 0) expect(read.warnings.join(' '), file).toContain('No text was found')
      }
  }, 300_000)
})
