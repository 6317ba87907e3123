import writeExcelFile from 'write-excel-file/node'
import { toSafeCell } from './to-safe-cell.ts'
import type { ExportTable } from './to-tables.ts'

/** Every table as a sheet of one workbook. No cell is a formula: each says whether it is a number or text. */
export async function toExcel(tables: readonly ExportTable[]): Promise<Buffer> {
  return writeExcelFile(
    tables.map(({ name, columns, rows }) => ({
      sheet: name,
      data: [
        columns.map((column) => ({ value: column, fontWeight: 'bold' as const })),
        ...rows.map((row) =>
          row.map((value) => {
            const safe = toSafeCell(value)
            if (safe === null) return null
            return typeof safe === 'number' ? { type: Number, value: safe } : { type: String, value: safe }
          }),
        ),
      ],
      columns: columns.map((column, place) => ({
        width: Math.min(60, Math.max(column.length, ...rows.map((row) => String(row[place] ?? '').length)) + 2),
      })),
    })),
  ).toBuffer()
}
