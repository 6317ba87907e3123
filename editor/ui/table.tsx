import { type ReactNode, useRef } from 'react'
import { classes } from './classes.ts'
import styles from './table.module.css'
import { useScrollable } from './use-scrollable.ts'

export interface Column<Row> {
  id: string
  label: string
  cell: (row: Row) => ReactNode
  /** The column that names the row: read out with every other cell. One of them has to. */
  names?: boolean
  /** Numbers: to the right, in tabular figures. */
  numeric?: boolean
  /** Left out on narrow screens. */
  extra?: boolean
  /** Its heading is only read aloud. */
  hideLabel?: boolean
}
interface TableProps<Row> {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  selected?: string
}

/** A plain table of native elements. */
export function Table<Row>({ label, columns, rows, rowKey, selected }: TableProps<Row>) {
  const look = (column: Column<Row>) => classes(column.numeric && styles.numeric, column.extra && styles.extra)
  const frame = useRef<HTMLDivElement>(null)
  const scrollable = useScrollable(frame)
  return (
    <div ref={frame} className={styles.frame} {...(scrollable && { tabIndex: 0, role: 'group', 'aria-label': label })}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={look(column)}>
                {column.hideLabel ? <span className="sr">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row)
            return (
              <tr key={key} className={classes(key === selected && styles.selected)}>
                {columns.map((column) => {
                  const Cell = column.names ? 'th' : 'td'
                  return (
                    <Cell key={column.id} scope={column.names ? 'row' : undefined} className={look(column)}>
                      {column.cell(row)}
                    </Cell>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
