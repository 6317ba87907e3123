import { stringify } from 'csv-stringify/sync'
import { toSafeCell } from './to-safe-cell.ts'
import type { ExportTable } from './to-tables.ts'

/** A table as CSV (RFC 4180), with a byte order mark, so that spreadsheets read it as UTF-8. */
export function toCsv({ columns, rows }: ExportTable): string {
  return stringify(
    [columns, ...rows].map((row) => row.map(toSafeCell)),
    { bom: true, record_delimiter: 'windows' },
  )
}
