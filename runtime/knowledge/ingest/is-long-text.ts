/** Bytes of a file that is nothing but words: 2,000 pages. */
const longest = 6_000_000

/** Whether a file that is neither PDF nor Word is more than any document: it is refused before it is kept or read. */
export function isLongText(file: Buffer): boolean {
  const start = file.subarray(0, 1_024).toString('latin1')
  return file.length > longest && !start.includes('%PDF-') && !start.startsWith('PK')
}
