/** Cells lie within so many to each side of the origin: 8 million px at 256 px a cell. */
const side = 32_768

/** One number for a cell of a grid: a map finds numbers much faster than words. */
export function cellKey(column: number, row: number): number {
  return (column + side) * 2 * side + row + side
}
