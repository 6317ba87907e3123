import { Table2 } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { IconButton } from '../ui/icon-button.tsx'
import styles from './insights.module.css'

interface ChartCardProps {
  title: string
  /** A few words beside the title: the period, the number of answers. */
  beside?: ReactNode
  /** What the figures mean: stands under the chart, also in print. */
  definition?: string
  /** The same figures as a table. */
  table?: ReactNode
  /** Nothing to show in this period. */
  empty?: boolean
  children: ReactNode
}

/** One chart with its definition, and its figures as a table for whoever reads them better so. */
export function ChartCard({ title, beside, definition, table, empty, children }: ChartCardProps) {
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header className={styles.cardHead}>
        <h2 id={id}>{title}</h2>
        {beside && <p>{beside}</p>}
        {table && !empty && (
          <span className={styles.cardAction}>
            <IconButton
              label={asTable ? `${title}: show the chart` : `${title}: show the figures as a table`}
              size="s"
              aria-pressed={asTable}
              icon={<Table2 size={15} aria-hidden="true" />}
              onPress={() => setAsTable(!asTable)}
            />
          </span>
        )}
      </header>
      <div className={styles.cardBody}>
        {empty ? <p className={styles.nothing}>Nothing to count in this period.</p> : asTable ? table : children}
      </div>
      {definition && <p className={styles.definition}>{definition}</p>}
    </section>
  )
}
