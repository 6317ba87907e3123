import PDFDocument from 'pdfkit'
import type { CellValue, ExportTable } from './to-tables.ts'

interface Heading {
  force: string
  /** `1 to 20 November 2026, all departments` */
  about: string
  /** Who made it and when: printing is a disclosure. */
  made: string
}

const margin = 40
const rowHeight = 17
const grey = '#5b6472'

/** Figures as a report on A4, landscape: tables with their names, pages numbered, with who made it at the foot. */
export function toPdf(tables: readonly ExportTable[], { force, about, made }: Heading): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin,
    bufferPages: true,
    lang: 'en-GB',
    info: { Title: `Figures of ${force}`, Creator: 'Signpost' },
  })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
  })
  pdf
    .font('Helvetica-Bold')
    .fontSize(20)
    .text(`Figures of ${toPrintable(force)}`)
  pdf.font('Helvetica').fontSize(11).fillColor(grey).text(toPrintable(about)).fillColor('black').moveDown()
  for (const table of tables) if (table.rows.length > 0) drawTable(pdf, table)
  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page)
    // Below the margin, where text would begin a page of its own.
    pdf.page.margins.bottom = 0
    pdf
      .fontSize(8)
      .fillColor(grey)
      .text(`${toPrintable(made)} · page ${page + 1} of ${count}`, margin, pdf.page.height - 28, { lineBreak: false })
  }
  pdf.end()
  return done
}

function drawTable(pdf: PDFKit.PDFDocument, { name, columns, rows }: ExportTable): void {
  const width = pdf.page.width - 2 * margin
  const first = columns.length > 1 ? width * 0.34 : width
  const widths = columns.map((_, place) => (place === 0 ? first : (width - first) / (columns.length - 1)))
  const bottom = () => pdf.page.height - margin - 12
  if (pdf.y + 4 * rowHeight > bottom()) pdf.addPage()
  pdf
    .font('Helvetica-Bold')
    .fontSize(12)
    .text(name, margin, pdf.y + 8)
  let y = pdf.y + 4
  const headHeight = heightOfHead(pdf, columns, widths)
  const head = () => {
    drawRow(pdf, columns, { widths, y, height: headHeight, font: 'Helvetica-Bold' })
    y += headHeight
  }
  head()
  for (const row of rows) {
    if (y + rowHeight > bottom()) {
      pdf.addPage()
      y = margin
      head()
    }
    drawRow(pdf, row, { widths, y, height: rowHeight, font: 'Helvetica' })
    y += rowHeight
  }
  pdf.y = y + 6
  pdf.x = margin
}

/** Names of columns are whole, on as many lines as they need; a page is read without the screen beside it. */
function heightOfHead(pdf: PDFKit.PDFDocument, columns: readonly string[], widths: readonly number[]): number {
  pdf.font('Helvetica-Bold').fontSize(9)
  const heights = columns.map((name, place) => pdf.heightOfString(name, { width: (widths[place] ?? 0) - 6 }))
  return Math.max(rowHeight, ...heights.map((height) => height + 7))
}

interface Line {
  widths: readonly number[]
  y: number
  height: number
  font: string
}

function drawRow(pdf: PDFKit.PDFDocument, cells: readonly CellValue[], { widths, y, height, font }: Line): void {
  let x = margin
  pdf.font(font).fontSize(9)
  cells.forEach((cell, place) => {
    const width = widths[place] ?? 0
    const words = cell === null ? '–' : typeof cell === 'number' ? cell.toLocaleString('en-GB') : toPrintable(cell)
    pdf.text(words, x, y, {
      width: width - 6,
      height: height - 4,
      ellipsis: true,
      align: place === 0 ? 'left' : 'right',
    })
    x += width
  })
  pdf
    .moveTo(margin, y + height - 4)
    .lineTo(x, y + height - 4)
    .lineWidth(0.4)
    .strokeColor('#d5dae1')
    .stroke()
}

/** The built-in typeface knows Latin only: what it does not know is better a question mark than a wrong letter. */
function toPrintable(text: string): string {
  return text
    .replace(/[^\u0020-\u007e\u00a0-\u00ff–—’‘“”…·ŴŵŶŷ]/g, '?')
    .replace(/[ŴŵŶŷ]/g, (letter) => ({ Ŵ: 'W', ŵ: 'w', Ŷ: 'Y', ŷ: 'y' })[letter] ?? '?')
}
