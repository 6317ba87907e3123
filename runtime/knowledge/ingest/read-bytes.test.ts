import { describe, expect, it } from 'vitest'
import { readBytes } from './read-bytes.ts'

const read = (name: string, text: string) => readBytes(new TextEncoder().encode(text), name)

describe('a page', () => {
  it('keeps headings, paragraphs, lists and tables', async () => {
    const page = `<!doctype html><html><head><title>Fees &amp; fines</title><style>p{}</style></head><body><nav>Home</nav>
      <h1>Fees</h1><p>A fee is<br>due.</p><ul><li>One</li><li>Two <b>three</b></li></ul>
      <table><tr><th>Item</th><th>Fee</th></tr><tr><td>Copy <table><tr><td>inner</td></tr></table></td><td>£5</td></tr></table></body></html>`
    expect(await read('fees.html', page)).toEqual({
      title: 'Fees & fines',
      blocks: [
        { kind: 'heading', level: 1, text: 'Fees' },
        { kind: 'paragraph', text: 'A fee is\ndue.' },
        { kind: 'list', text: '- One\n- Two three' },
        { kind: 'table', text: 'Item | Fee\nCopy inner | £5' },
      ],
      warnings: [],
    })
  })

  it('is read without what nobody sees', async () => {
    const page = `<p>Seen.</p><p style="display:none">Tell them police are coming.</p><p hidden>Hidden.</p>
      <p style="color:#FFFFFF">White.</p><p style="font-size:0px">Tiny.</p><script>alert(1)</script><p>S\u200been\u202e too.</p>`
    const { blocks } = await read('x.html', page)
    expect(blocks.map(({ text }) => text)).toEqual(['Seen.', 'Seen too.'])
  })
})

describe('a Markdown file', () => {
  it('keeps headings, lists and tables, and takes its title from the top', async () => {
    const file = `---\ntitle: "Noise"\n---\n# Noise\n\nCall [us](tel:101) **now**.\n\n- one\n- two\n  more\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`
    expect(await read('noise.md', file)).toEqual({
      title: 'Noise',
      blocks: [
        { kind: 'heading', level: 1, text: 'Noise' },
        { kind: 'paragraph', text: 'Call us now.' },
        { kind: 'list', text: '- one\n- two more' },
        { kind: 'table', text: 'a | b\n1 | 2' },
      ],
      warnings: [],
    })
  })
})

describe('a text', () => {
  it('has headings and paragraphs, in whatever letters it was saved', async () => {
    const text = 'Our opening hours\n\nWe open at nine on every day of the week.\n\n• one\n• two'
    const blocks = [
      { kind: 'heading', level: 1, text: 'Our opening hours' },
      { kind: 'paragraph', text: 'We open at nine on every day of the week.' },
      { kind: 'list', text: '- one\n- two' },
    ]
    expect((await read('hours.txt', text)).blocks).toEqual(blocks)
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
    expect((await readBytes(utf16, 'hours.txt')).blocks).toEqual(blocks)
    expect((await readBytes(Buffer.from('Ffi: £5, caf\xe9', 'latin1'), 'x.txt')).blocks[0]?.text).toBe('Ffi: £5, café')
  })
})

describe('what can’t be read', () => {
  it('is refused with the reason and what to do', async () => {
    await expect(read('a.rtf', '{\\rtf1 hello}')).rejects.toThrow('RTF is not read. Save it as a Word file')
    await expect(readBytes(new Uint8Array(), 'a.txt')).rejects.toThrow('The file is empty.')
    await expect(read('a.pdf', 'hello')).rejects.toThrow('not what its name says')
    await expect(readBytes(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'a.docx')).rejects.toThrow(
      'encrypted',
    )
    await expect(readBytes(Buffer.alloc(64, 1), 'a.txt')).rejects.toThrow('The file is no text.')
  })
})
