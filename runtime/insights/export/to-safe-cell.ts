import type { CellValue } from './to-tables.ts'

/** What a spreadsheet takes for a formula, also in its wide form, and what makes it look at the next character. */
const formula = /^[\s\0]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\t\r\0]/

/**
 * Text that no spreadsheet runs: one that looks like a formula gets an apostrophe in front, and control characters go.
 * Numbers stay numbers. Method: OWASP, CSV Injection.
 */
export function toSafeCell(value: CellValue): string | number | null {
  if (typeof value !== 'string') return value
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go
  const clean = value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
  return formula.test(value) ? `'${clean.replace(/^[\t\r\n]+/, '')}` : clean
}
