import fc from 'fast-check'
import readExcel from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { toCsv } from './to-csv.ts'
import { toExcel } from './to-excel.ts'
import { toSafeCell } from './to-safe-cell.ts'
import type { ExportTable } from './to-tables.ts'

const starts = ['=', '+', '-', '@', '\t', '\r', '\0', '＝', '＋', '－', '＠', '|', '%', ' =', '\t=', '\n=']
const payloads = starts.map((start) => `${start}HYPERLINK("http://a.example","x")`)
const table = (cells: (string | number | null)[]): ExportTable => ({
  id: 'figures',
  name: 'Figures',
  columns: ['A', 'B'],
  rows: cells.map((cell) => [cell, 'quoted "words", and\na line']),
})

describe('exports (SEC-25)', () => {
  it.each(payloads)('begins %j with an apostrophe', (payload) => {
    expect(toSafeCell(payload)).toMatch(/^'/)
  })

  it('leaves ordinary words and all numbers as they are', () => {
    for (const words of ['Lost property', "O'Neill", '2026-11-20', 'a = b', 'Crime desk, day shift', '50 % of all'])
      expect(toSafeCell(words)).toBe(words)
    for (const number of [-5, 0, 1.25]) expect(toSafeCell(number)).toBe(number)
  })

  it('lets no text begin like a formula, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(String(toSafeCell(text))).not.toMatch(/^[\s]*[=+\-@|%＝＋－＠]/)
      }),
      { numRuns: 2_000 },
    )
  })

  it('writes CSV in which every cell is whole and none a formula', () => {
    const csv = toCsv(table([...payloads, -3, null]))
    const cells = readCsv(csv.replace(/^\ufeff/, ''))
    expect(cells).toHaveLength(payloads.length + 3)
    for (const [first] of cells.slice(1, -2)) expect(first).toMatch(/^'/)
    expect(cells.at(-2)?.[0]).toBe('-3')
    for (const row of cells.slice(1)) expect(row[1]).toBe('quoted "words", and\na line')
  })

  it('writes Excel without a formula, with numbers as numbers', async () => {
    const file = await toExcel([table([...payloads, -3])])
    const [sheet] = await readExcel(file)
    const rows = sheet?.data ?? []
    expect(rows).toHaveLength(payloads.length + 2)
    for (const [first] of rows.slice(1, -1)) expect(String(first)).toMatch(/^'/)
    expect(rows.at(-1)?.[0]).toBe(-3)
    expect(file.includes('<f>')).toBe(false)
  })
})

/** A reader of RFC 4180 of its own, so that writing and reading cannot be wrong in the same way. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    if (quoted) {
      if (letter === '"' && text[at + 1] === '"') cell += text[at++]
      else if (letter === '"') quoted = false
      else cell += letter
    } else if (letter === '"') quoted = true
    else if (letter === ',') {
      rows.at(-1)?.push(cell)
      cell = ''
    } else if (letter === '\r' && text[at + 1] === '\n') {
      rows.at(-1)?.push(cell)
      cell = ''
      rows.push([])
      at++
    } else cell += letter
  }
  return rows.filter((row) => row.length > 0)
}
